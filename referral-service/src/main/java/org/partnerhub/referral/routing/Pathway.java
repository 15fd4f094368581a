package org.partnerhub.referral.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Theme;

/** One row of policy/pathways.yml. */
record Pathway(String name, When when, Destination to, String why) {

    /** Conditions that must all hold; an absent one does not constrain. */
    record When(
            List<Purpose> purpose,
            @Nullable List<String> service,
            @Nullable List<Kind> kind,
            @Nullable List<Urgency> urgency,
            @Nullable List<Level> level,
            @Nullable List<Theme> theme,
            @Nullable List<String> sender,
            @Nullable List<String> area,
            @Nullable Known district,
            @Nullable AgeRange age,
            @Nullable Known school,
            @Nullable Named recipient,
            @Nullable String open) {

        boolean holds(Situation situation, Circumstances circumstances) {
            return purpose.contains(situation.purpose())
                    && holdsOfTheAsk(situation)
                    && holdsHere(situation, circumstances);
        }

        private boolean holdsOfTheAsk(Situation situation) {
            return allows(service, situation.service())
                    && allows(kind, situation.kind())
                    && allows(urgency, situation.urgency())
                    && allows(level, situation.level())
                    && (theme == null || theme.stream().anyMatch(situation.themes()::contains))
                    && allows(sender, situation.senderKind())
                    && (recipient == null || recipient == Named.of(situation.named()));
        }

        private boolean holdsHere(Situation situation, Circumstances circumstances) {
            return allows(area, circumstances.authority())
                    && (district == null || district == Known.of(circumstances.district()))
                    && (age == null || age.contains(situation.age()))
                    && (school == null || school == Known.of(situation.child().schoolUrn()))
                    && (open == null || circumstances.open().contains(open));
        }

        /** Whether it takes every ask for its purposes that no row above took. */
        boolean takesTheRest() {
            return service == null
                    && kind == null
                    && urgency == null
                    && level == null
                    && theme == null
                    && sender == null
                    && area == null
                    && district == null
                    && age == null
                    && school == null
                    && recipient == null
                    && open == null;
        }

        private static <T> boolean allows(@Nullable List<T> wanted, @Nullable T present) {
            return wanted == null || (present != null && wanted.contains(present));
        }
    }
}
