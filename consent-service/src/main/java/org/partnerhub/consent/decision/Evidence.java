package org.partnerhub.consent.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.override.OverridesOfSubject;
import org.partnerhub.consent.release.ReleasesOfSubject;

/**
 * What is on record at one moment.
 *
 * @param agreements with the partners that run the recipient
 * @param protectedWhereabouts of the subject
 * @param onlyForALife while checkpoints have stopped: nobody's agreement counts, only what rests on a life being at risk
 */
public record Evidence(
        List<Agreement> agreements,
        ConsentsOfSubject consents,
        OverridesOfSubject overrides,
        ReleasesOfSubject releases,
        boolean protectedWhereabouts,
        boolean onlyForALife,
        Instant now) {

    public Evidence {
        agreements = List.copyOf(agreements);
    }

    /** As it is nearly always: everything on record counts. */
    public Evidence(
            List<Agreement> agreements,
            ConsentsOfSubject consents,
            OverridesOfSubject overrides,
            ReleasesOfSubject releases,
            boolean protectedWhereabouts,
            Instant now) {
        this(agreements, consents, overrides, releases, protectedWhereabouts, false, now);
    }

    /** Nothing on record, which is what a purpose of the law needs. */
    public static Evidence none(boolean protectedWhereabouts, Instant now) {
        return new Evidence(
                List.of(),
                new ConsentsOfSubject(List.of()),
                new OverridesOfSubject(List.of()),
                new ReleasesOfSubject(List.of()),
                protectedWhereabouts,
                now);
    }

    public Evidence with(ReleasesOfSubject others) {
        return new Evidence(agreements, consents, overrides, others, protectedWhereabouts, now);
    }

    /** As if nobody had agreed to anything; a no still counts. */
    public Evidence forALife() {
        return new Evidence(agreements, consents, overrides.forALife(), releases, protectedWhereabouts, true, now);
    }

    /** The day, where the hub is. */
    LocalDate today() {
        return now.atZone(ConsentRecord.ENGLAND).toLocalDate();
    }
}
