package org.partnerhub.consent.recording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.schema.Violation;

/**
 * A consent said again for longer, as {@code schema/consent-renewal.json} has it: for the same purposes, recipients and categories.
 *
 * @param until its new last day
 */
public record Renewal(
        ConsentTerms.GivenBy givenBy, LocalDate until, ConsentTerms.Evidence evidence, LocalDate obtainedOn) {

    /** What it makes of a consent. One that had ended begins again today. */
    public ConsentTerms of(ConsentRecord consent, LocalDate today) {
        ConsentTerms terms = consent.terms();
        return new ConsentTerms(
                terms.decision(),
                givenBy,
                terms.purposes(),
                terms.recipients(),
                terms.categories(),
                consent.hasExpired(today) ? today : terms.from(),
                until,
                evidence,
                obtainedOn,
                terms.exceptions());
    }

    /** What is wrong with it beside the rules for every consent. */
    List<Violation> violations(ConsentRecord consent, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (until.isBefore(today) || until.isBefore(consent.terms().until())) {
            found.add(new Violation(
                    "/until",
                    "Give a last day that is not past and not before the present one; a narrowing shortens."));
        }
        if (obtainedOn.isBefore(consent.terms().obtainedOn())) {
            found.add(new Violation(
                    "/obtainedOn", "Give the day of the renewal; it cannot be before the consent's own."));
        }
        if (!givenBy.capacity().isOwn() && !consent.hasGiverOf(givenBy)) {
            found.add(
                    new Violation(
                            "/givenBy",
                            "Only whoever gave it renews it, or the person themselves; record another's word as a consent of its own."));
        }
        return found;
    }
}
