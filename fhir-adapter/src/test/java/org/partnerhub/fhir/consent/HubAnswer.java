package org.partnerhub.fhir.consent;

import java.time.LocalDate;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What consent-service says on one consent alone, before its policy and agreements, which only take away: as ConsentsOfSubject there has it,
 * an agreement holds within its days and but for its exceptions, a refusal past any day.
 */
record HubAnswer(Terms terms) {

    private static final String TREATMENT = "mental-health-specialist";

    /** Asked for a purpose of the hub; TREAT and HRESCH ask for what the hub has of them: specialist care, and nothing. */
    boolean permits(String purpose, String kind, Category category, LocalDate day) {
        return terms.decision().equals("given")
                && covers(purpose, kind, category)
                && !day.isBefore(terms.from())
                && !day.isAfter(terms.until())
                && terms.exceptions().stream().noneMatch(it -> keeps(it, kind, category));
    }

    boolean refuses(String purpose, String kind, Category category, LocalDate day) {
        return terms.decision().equals("refused") && covers(purpose, kind, category) && !day.isBefore(terms.from());
    }

    private boolean covers(String purpose, String kind, Category category) {
        return !purpose.equals("HRESCH")
                && terms.purposes().contains(new Purpose(purpose.equals("TREAT") ? TREATMENT : purpose))
                && reaches(terms.recipients(), kind)
                && terms.categories().contains(category);
    }

    private static boolean keeps(Terms.Excepted excepted, String kind, Category category) {
        return reaches(excepted.recipients(), kind)
                && (excepted.categories().isEmpty() || excepted.categories().contains(category));
    }

    /** A recipient is one of its kind and has a name of its own. */
    private static boolean reaches(Terms.Reach reach, String kind) {
        return reach.kinds().contains(kind) || reach.ids().contains(named(kind));
    }

    static RecipientId named(String kind) {
        return new RecipientId("the-" + kind);
    }
}
