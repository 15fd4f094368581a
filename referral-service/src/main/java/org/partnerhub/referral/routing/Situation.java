package org.partnerhub.referral.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Theme;

/**
 * All that a route may depend on.
 *
 * @param service what is asked for in particular, such as {@code send}; absent where the pathway decides
 * @param senderKind kind of the partner that sends, such as {@code school}
 * @param child what is known of the child
 * @param attached what came with it or was told before
 * @param named the recipient that the sender named
 * @param at when it is routed
 */
public record Situation(
        Purpose purpose,
        @Nullable String service,
        Kind kind,
        Urgency urgency,
        @Nullable Level level,
        Set<Theme> themes,
        @Nullable String senderKind,
        Child child,
        Set<Attachment> attached,
        @Nullable RecipientId named,
        Instant at) {

    public Situation {
        themes = Set.copyOf(themes);
        attached = Set.copyOf(attached);
    }

    /**
     * What of the child decides where an ask goes.
     *
     * @param area GSS code as the sender gave it; never guessed from a postcode
     * @param postcode a hint, no decision
     * @param schoolUrn absent where the child has no school or none is known
     * @param areaIsSure whether somebody found the area out, so that no postcode throws doubt on it
     */
    public record Child(
            @Nullable String area,
            @Nullable String postcode,
            @Nullable String schoolUrn,
            @Nullable LocalDate birthDate,
            boolean areaIsSure) {

        @Override
        public String toString() {
            return "Child[hidden]";
        }
    }

    /** The same child and referral with another ask. */
    Situation asking(Ask ask) {
        return new Situation(
                ask.purpose(),
                ask.service(),
                kind,
                urgency,
                level,
                themes,
                senderKind,
                child,
                attached,
                ask.recipient(),
                at);
    }

    /** The child's age in whole years on the day, in England; absent where the birth date is. */
    @Nullable
    Integer age() {
        LocalDate born = child.birthDate();
        return born == null
                ? null
                : Period.between(born, at.atZone(WorkingDays.ENGLAND).toLocalDate())
                        .getYears();
    }
}
