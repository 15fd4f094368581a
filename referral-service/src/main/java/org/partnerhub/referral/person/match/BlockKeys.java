package org.partnerhub.referral.person.match;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The blocks in which a description stands: only descriptions that share one are compared. Each block survives other errors: a
 * wrong name, a changed one, a day and month swapped, a number left out. Keys are hashes; what they were made of is not kept.
 */
public final class BlockKeys {

    /** Changed whenever what makes a key changes: then every description's keys are made afresh at the next start. */
    public static final int VERSION = 1;

    private static final int MOST_NAMES = 6;

    private BlockKeys() {}

    /** In ascending order, so that whoever locks them all locks them in one order. */
    public static Set<Long> of(Described described) {
        Set<String> blocks = new HashSet<>();
        described.nhsNumbers().forEach(number -> blocks.add("nhs " + number));
        described.pupilNumbers().forEach(number -> blocks.add("upn " + number));
        described.temporaryPupilNumbers().forEach(number -> blocks.add("upn " + number));
        described.agencyNumbers().forEach(number -> blocks.add("agency " + number));
        Set<String> names = new LinkedHashSet<>();
        described.calledBy().stream().map(Variants::root).limit(MOST_NAMES).forEach(names::add);
        withEach("born " + day(described.birthDate()), described.birthDate(), names, blocks);
        withEach("post " + described.postcode(), described.postcode(), names, blocks);
        if (described.birthDate() != null && described.postcode() != null) {
            blocks.add("born " + day(described.birthDate()) + " post " + described.postcode());
        }
        if (described.telephone() != null) {
            blocks.add("telephone " + described.telephone());
        }
        for (String given : described.given()) {
            for (String family : described.family()) {
                blocks.add("names "
                        + new TreeSet<>(List.of(Variants.root(given), Variants.root(family) + " "))
                                .toString()
                                .replace(" ", ""));
            }
        }
        Set<Long> keys = new TreeSet<>();
        blocks.forEach(block -> keys.add(hash(block)));
        return keys;
    }

    /** The homes that a description names, hashed: postcode and each number of house or flat. */
    public static Set<Long> homes(Described described) {
        String postcode = described.postcode();
        if (postcode == null || described.houses().isEmpty()) {
            return Set.of();
        }
        return Set.of(hash("home " + postcode + " " + new TreeSet<>(described.houses())));
    }

    private static void withEach(String prefix, @Nullable Object known, Set<String> names, Set<String> blocks) {
        if (known != null) {
            names.forEach(name -> blocks.add(prefix + " " + name));
        }
    }

    /** The same for a date and for the one with day and month swapped. */
    private static String day(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        return date.getYear() + " " + Math.min(day, month) + " " + Math.max(day, month);
    }

    private static long hash(String block) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(block.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
