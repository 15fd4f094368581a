package org.partnerhub.referral.person;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relationships as people write them, in the few words that the hub keeps. */
public final class Kinship {

    private static final Set<String> SIBLINGS = Set.of("brother", "sister", "sibling", "twin");
    private static final Set<String> PARENTS = Set.of("mother", "father", "mum", "mom", "dad", "parent");

    private Kinship() {}

    /** {@code sibling}, {@code parent} (also by marriage or half) or {@code relative}. */
    public static String of(@Nullable String written) {
        if (written == null) {
            return "relative";
        }
        for (String word : written.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            String plain = word.startsWith("step") ? word.substring("step".length()) : word;
            if (SIBLINGS.contains(plain)) {
                return "sibling";
            }
            if (PARENTS.contains(plain)) {
                return "parent";
            }
        }
        return "relative";
    }
}
