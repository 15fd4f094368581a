package org.partnerhub.consent.pack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a piece may hold that an officer must settle. A hint decides nothing. */
public enum Hint {
    /** Others may be named in it. */
    THIRD_PARTY,
    /** Its telling may do serious harm: somebody qualified is asked first. */
    SERIOUS_HARM,
    /** The child's own words, and a parent asks. */
    CHILDS_WISHES,
    /** It may say where the person is, and somebody else asks; about whom that is protected, everything may. */
    WHEREABOUTS;

    private static final Set<String> ABOUT_OTHERS = Set.of("family", "police", "safety");
    private static final Set<String> NAMING_OTHERS =
            Set.of("household", "team", "lead-professional", "consent", "file", "referral", "override-authorised");
    private static final Set<String> DELICATE = Set.of("safety", "police", "emotional-health", "physical-health");

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Hint of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The hints about a piece.
     *
     * @param circumstances in which it is asked for
     */
    public static Set<Hint> about(String kind, @Nullable String category, Circumstances circumstances) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        if (NAMING_OTHERS.contains(kind) || (category != null && ABOUT_OTHERS.contains(category))) {
            hints.add(THIRD_PARTY);
        }
        if (category != null && DELICATE.contains(category)) {
            hints.add(SERIOUS_HARM);
        }
        if (circumstances.byAnother() && "voice".equals(category)) {
            hints.add(CHILDS_WISHES);
        }
        if (circumstances.byAnother() && (circumstances.whereaboutsProtected() || kind.equals("description"))) {
            hints.add(WHEREABOUTS);
        }
        return hints;
    }
}
