package org.partnerhub.consent.decision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * Everything that the rules look at, as it stands at the moment of the decision.
 *
 * @param purpose absent where nobody wrote it down
 * @param recipient absent where nobody knows it
 * @param bases by what right each category asked for may go
 */
record Situation(
        DecisionRequest request,
        @Nullable PurposePolicy purpose,
        @Nullable Recipient recipient,
        Evidence evidence,
        Map<Category, Basis> bases) {

    static Situation of(Question question, Evidence evidence) {
        return new Situation(
                question.request(), question.purpose(), question.recipient(), evidence, bases(question, evidence));
    }

    /** The purpose, for the rules after the one that asks whether there is one. */
    PurposePolicy knownPurpose() {
        return Objects.requireNonNull(purpose, "asked only once the purpose is known");
    }

    /** The recipient, for the rules after the one that asks whether there is one. */
    Recipient knownRecipient() {
        return Objects.requireNonNull(recipient, "asked only once the recipient is known");
    }

    Basis basis(Category category) {
        return bases.getOrDefault(category, new Basis.Nothing(new Standing.Missing()));
    }

    boolean isProtected() {
        return evidence.protectedWhereabouts();
    }

    /** What a named person released of this. */
    Optional<ReleaseRecord> release(Category category) {
        return evidence.releases().find(knownPurpose().id(), knownRecipient().id(), category, evidence.now());
    }

    /** Those in force for the purpose with a partner. */
    List<Agreement> agreementsWith(PartnerId partner) {
        return evidence.agreements().stream()
                .filter(it -> it.covers(partner, knownPurpose().id(), evidence.today()))
                .toList();
    }

    private static Map<Category, Basis> bases(Question question, Evidence evidence) {
        Map<Category, Basis> bases = new EnumMap<>(Category.class);
        PurposePolicy purpose = question.purpose();
        Recipient recipient = question.recipient();
        if (purpose != null && recipient != null) {
            question.request()
                    .categories()
                    .forEach(category -> bases.put(category, basis(purpose, recipient, category, evidence)));
        }
        return bases;
    }

    private static Basis basis(PurposePolicy purpose, Recipient recipient, Category category, Evidence evidence) {
        if (!purpose.restsOnConsent()) {
            return new Basis.Law();
        }
        Standing standing = evidence.onlyForALife()
                ? new Standing.Missing()
                : evidence.consents().standing(purpose.id(), recipient, category, evidence.today());
        if (standing instanceof Standing.Given(var consent, var until)) {
            return new Basis.Consent(consent, until);
        }
        return evidence.overrides()
                .find(purpose.id(), recipient.id(), category, evidence.now(), evidence.consents())
                .<Basis>map(Basis.WithoutConsent::new)
                .orElseGet(() -> new Basis.Nothing(standing));
    }
}
