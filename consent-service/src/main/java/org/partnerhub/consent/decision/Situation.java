package org.partnerhub.consent.decision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;

/**
 * Everything that the rules look at, as it stands at the moment of the decision.
 *
 * @param purpose absent where nobody wrote it down
 * @param recipient absent where nobody knows it
 * @param agreements with the partners that run the recipient
 * @param standings of consent for each category asked for, where the purpose rests on consent
 * @param protectedWhereabouts of the subject
 */
record Situation(
        DecisionRequest request,
        @Nullable PurposePolicy purpose,
        @Nullable Recipient recipient,
        List<Agreement> agreements,
        Map<Category, Standing> standings,
        boolean protectedWhereabouts,
        LocalDate today) {

    Situation {
        agreements = List.copyOf(agreements);
    }

    /** The purpose, for the rules after the one that asks whether there is one. */
    PurposePolicy knownPurpose() {
        return Objects.requireNonNull(purpose, "asked only once the purpose is known");
    }

    /** The recipient, for the rules after the one that asks whether there is one. */
    Recipient knownRecipient() {
        return Objects.requireNonNull(recipient, "asked only once the recipient is known");
    }

    Standing consentFor(Category category) {
        return standings.getOrDefault(category, new Standing.Missing());
    }

    static Situation of(
            Question question,
            List<Agreement> agreements,
            ConsentsOfSubject consents,
            boolean protectedWhereabouts,
            LocalDate today) {
        return new Situation(
                question.request(),
                question.purpose(),
                question.recipient(),
                agreements,
                standings(question, consents, today),
                protectedWhereabouts,
                today);
    }

    private static Map<Category, Standing> standings(Question question, ConsentsOfSubject consents, LocalDate today) {
        Map<Category, Standing> standings = new EnumMap<>(Category.class);
        PurposePolicy purpose = question.purpose();
        Recipient recipient = question.recipient();
        if (purpose != null && recipient != null && purpose.restsOnConsent()) {
            question.request()
                    .categories()
                    .forEach(category ->
                            standings.put(category, consents.standing(purpose.id(), recipient, category, today)));
        }
        return standings;
    }
}
