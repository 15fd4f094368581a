package org.partnerhub.consent.decision;

import static org.partnerhub.consent.release.ProtectedInformation.isFreeText;
import static org.partnerhub.consent.release.ProtectedInformation.isWhereabouts;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.AGREEMENT;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.CONSENT;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.NOTHING;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.RELEASE;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.PurposePolicy.AgreementNeed;
import org.partnerhub.consent.purpose.PurposePolicy.Whereabouts;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * The rules, as a governance officer can read them. Whatever none of them withholds may go; docs/governance.md goes through them
 * one by one.
 */
final class Rules {

    /** Looked at in this order; the first that withholds ends it. */
    static final List<WholeRule> OF_THE_WHOLE = List.of(
            new WholeRule(
                    "purpose-unknown",
                    "The hub shares only for purposes that are written down, and this is not one of them.",
                    NOTHING,
                    it -> it.purpose() == null),
            new WholeRule(
                    "recipient-unknown",
                    "The hub shares only with places that it knows, and this is not one of them.",
                    NOTHING,
                    it -> it.recipient() == null),
            new WholeRule(
                    "recipient-not-for-purpose",
                    "Information for this purpose does not go to this kind of place.",
                    NOTHING,
                    it -> !it.knownPurpose().reaches(it.knownRecipient().kind())),
            new WholeRule(
                    "requester-does-not-run-recipient",
                    "Whoever asks does not work for the place that the information is meant for.",
                    NOTHING,
                    Rules::requesterIsSomebodyElse),
            new WholeRule(
                    "nothing-asked",
                    "No information was asked for.",
                    NOTHING,
                    it -> it.request().categories().isEmpty()
                            && !it.knownPurpose().carries().isEmpty()));

    /** All are looked at for each category; each that withholds is named. */
    static final List<CategoryRule> OF_EACH_CATEGORY = List.of(
            new CategoryRule(
                    "category-never-for-purpose",
                    "This kind of information is never shared for this purpose.",
                    NOTHING,
                    (it, category) -> !it.knownPurpose().carries().contains(category)),
            new CategoryRule(
                    "agreement-missing",
                    "There is no information sharing agreement in force with everybody who runs this place.",
                    AGREEMENT,
                    (it, category) -> needsAgreement(it, category) && !eachPartnerHasOne(it, null)),
            new CategoryRule(
                    "agreement-does-not-cover-category",
                    "The information sharing agreement does not cover this kind of information.",
                    AGREEMENT,
                    (it, category) -> needsAgreement(it, category)
                            && eachPartnerHasOne(it, null)
                            && !eachPartnerHasOne(it, category)),
            new CategoryRule(
                    "whereabouts-protected",
                    "Where this person lives and learns is protected, and is never told for this purpose.",
                    NOTHING,
                    (it, category) -> it.isProtected()
                            && isWhereabouts(category)
                            && it.knownPurpose().whereabouts() == Whereabouts.WITHHELD),
            new CategoryRule(
                    "whereabouts-not-released",
                    "Where this person lives and learns is protected, and nobody has released it by name.",
                    RELEASE,
                    (it, category) -> it.isProtected()
                            && isWhereabouts(category)
                            && it.knownPurpose().whereabouts() == Whereabouts.RELEASED_BY_NAME
                            && it.release(category).isEmpty()),
            new CategoryRule(
                    "free-text-about-a-protected-person",
                    "What was written about a protected person waits until somebody has read and released it.",
                    RELEASE,
                    (it, category) -> it.isProtected()
                            && isFreeText(category, it.knownPurpose())
                            && it.knownPurpose().whereabouts() != Whereabouts.SHARED
                            && it.release(category).isEmpty()),
            new CategoryRule(
                    "consent-refused", "Sharing this was refused.", NOTHING, consentIs(Standing.Refused.class)),
            new CategoryRule(
                    "consent-disputed",
                    "Those with parental responsibility do not agree, so it is not shared until somebody has looked at it.",
                    RELEASE,
                    consentIs(Standing.Disputed.class)),
            new CategoryRule(
                    "consent-withdrawn", "The consent was withdrawn.", CONSENT, consentIs(Standing.Withdrawn.class)),
            new CategoryRule("consent-expired", "The consent has ended.", CONSENT, consentIs(Standing.Expired.class)),
            new CategoryRule(
                    "consent-does-not-cover-recipient",
                    "Consent was given, but not for this place.",
                    CONSENT,
                    consentIs(Standing.ForOtherRecipients.class)),
            new CategoryRule(
                    "consent-does-not-cover-category",
                    "Consent was given, but not for this kind of information.",
                    CONSENT,
                    consentIs(Standing.ForOtherCategories.class)),
            new CategoryRule(
                    "consent-missing", "Nobody has consented to this.", CONSENT, consentIs(Standing.Missing.class)));

    private Rules() {}

    private static boolean requesterIsSomebodyElse(Situation it) {
        String requester = it.request().requester();
        return requester != null
                && it.knownRecipient().operatedBy().stream()
                        .map(PartnerId::value)
                        .noneMatch(requester::equals);
    }

    /** A life at risk does not wait for paper; nothing else that is shared without consent is let off. */
    private static boolean needsAgreement(Situation it, Category category) {
        return it.knownPurpose().agreement() == AgreementNeed.REQUIRED
                && !(it.basis(category) instanceof Basis.WithoutConsent(var override) && override.isForALife());
    }

    /** Whether every partner that runs the recipient has an agreement for the purpose and, where one is given, the category. */
    private static boolean eachPartnerHasOne(Situation it, @Nullable Category category) {
        Set<PartnerId> partners = it.knownRecipient().operatedBy();
        return !partners.isEmpty()
                && partners.stream()
                        .allMatch(partner -> it.agreementsWith(partner).stream()
                                .anyMatch(agreement -> category == null
                                        || agreement.categories().contains(category)));
    }

    private static BiPredicate<Situation, Category> consentIs(Class<? extends Standing> standing) {
        return (it, category) ->
                it.basis(category) instanceof Basis.Nothing(var present) && standing.isInstance(present);
    }

    /** Whether any rule about these categories depends on the subject's whereabouts being protected. */
    static boolean dependOnWhereabouts(Set<Category> categories, PurposePolicy purpose) {
        return purpose.whereabouts() != Whereabouts.SHARED
                && categories.stream()
                        .filter(purpose.carries()::contains)
                        .anyMatch(it -> isWhereabouts(it) || isFreeText(it, purpose));
    }
}
