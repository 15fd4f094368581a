package org.partnerhub.referral.person.match;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names as words that can be compared: any script in plain small letters, without titles and stand-ins. */
final class NameText {

    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");
    private static final Pattern DROPPED = Pattern.compile("['`’.]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");

    /** What optical character readers and tired eyes make of letters. */
    private static final String MISREAD = "0o1l5s8b3e4a6g";

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "master", "jr", "sr", "junior", "senior", "prof", "rev");
    private static final Set<String> PARTICLES = Set.of("al", "el", "ul", "bin", "ibn", "bint");
    private static final Set<String> STAND_INS = Set.of(
            "unknown", "unnamed", "unborn", "baby", "infant", "twin", "triplet", "boy", "girl", "male", "female", "not",
            "known", "none", "na", "tbc", "tba", "unk", "xx", "xxx", "test");

    private NameText() {}

    /** The words of a name, in order; none where nothing is left that names anybody. */
    static List<String> words(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        List<String> words = Arrays.stream(BETWEEN.split(
                        read(DROPPED.matcher(latin(name)).replaceAll("")).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word) && !STAND_INS.contains(word))
                .toList();
        List<String> telling =
                words.stream().filter(Predicate.not(PARTICLES::contains)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** Letters and digits alone, in small letters. */
    static String plain(String text) {
        return latin(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static String latin(String text) {
        return PLAIN.matcher(text).matches() ? text : LATIN.transliterate(text);
    }

    private static String read(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int at = Character.isDigit(character) ? MISREAD.indexOf(character) : -1;
            read.append(at < 0 ? character : MISREAD.charAt(at + 1));
        }
        return read.toString();
    }
}
