package org.partnerhub.consent.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.OverridesOfSubject;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.consent.release.ReleasesOfSubject;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * One question and what surrounds it, right in every way; a test changes what its case is about. Immutable.
 *
 * @param agreements with the recipient's partners
 */
record Fixture(
        String purpose,
        @Nullable Recipient recipient,
        Set<Category> categories,
        @Nullable String requester,
        List<Agreement> agreements,
        List<ConsentRecord> consents,
        List<OverrideRecord> overrides,
        List<ReleaseRecord> releases,
        boolean protectedWhereabouts) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final PersonId CHILD = PersonId.fresh();
    private static final Purposes PURPOSES = Purposes.of(PolicyFile.read("purposes", null));

    /** Early help for a child whose own consent covers identity and voice; council and agreement cover them too. */
    static Fixture consented() {
        return new Fixture(
                "early-help-support",
                recipient("early-help-hub-cambridgeshire", "council", "cambridgeshire-county-council"),
                Set.of(Category.IDENTITY, Category.VOICE),
                null,
                List.of(agreement("cambridgeshire-county-council")),
                List.of(consent(terms -> terms)),
                List.of(),
                List.of(),
                false);
    }

    static Recipient recipient(String id, String kind, String... operators) {
        Set<PartnerId> partners = Arrays.stream(operators).map(PartnerId::new).collect(Collectors.toSet());
        return new Recipient(new RecipientId(id), id, kind, "role", partners, null, null, Channel.MAILBOX);
    }

    static Agreement agreement(String partner) {
        return new Agreement(
                "ISA-" + partner,
                new PartnerId(partner),
                Set.of(new Purpose("early-help-support")),
                Set.of(Category.IDENTITY, Category.CONTACT, Category.VOICE, Category.POLICE),
                TODAY.minusYears(1),
                TODAY,
                TODAY,
                List.of("Caldicott Guardian"));
    }

    static ConsentRecord consent(UnaryOperator<ConsentTerms> change) {
        ConsentTerms terms = new ConsentTerms(
                ConsentTerms.Answer.GIVEN,
                new ConsentTerms.GivenBy(Capacity.SIXTEEN_OR_SEVENTEEN, null, null),
                Set.of(new Purpose("early-help-support")),
                new ConsentTerms.Recipients(Set.of("council"), Set.of()),
                Set.of(Category.IDENTITY, Category.VOICE, Category.CONTACT),
                TODAY.minusDays(10),
                TODAY,
                new ConsentTerms.Evidence("form", null),
                TODAY.minusDays(10));
        return new ConsentRecord(
                ConsentId.fresh(),
                CHILD,
                change.apply(terms),
                new PartnerId("fenland-academy"),
                Instant.parse("2026-11-12T10:00:00Z"),
                null);
    }

    static ConsentRecord withdrawn(ConsentRecord consent) {
        return new ConsentRecord(
                consent.id(),
                consent.subject(),
                consent.terms(),
                consent.recordedBy(),
                consent.recordedAt(),
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    static ConsentTerms refused(ConsentTerms terms) {
        return with(terms, ConsentTerms.Answer.REFUSED, terms.givenBy(), terms.recipients(), terms.until());
    }

    static ConsentTerms by(ConsentTerms terms, Capacity capacity, @Nullable String name) {
        return with(
                terms,
                terms.decision(),
                new ConsentTerms.GivenBy(capacity, name, null),
                terms.recipients(),
                terms.until());
    }

    static ConsentTerms toOthers(ConsentTerms terms) {
        return with(
                terms,
                terms.decision(),
                terms.givenBy(),
                new ConsentTerms.Recipients(Set.of("school"), Set.of()),
                terms.until());
    }

    static ConsentTerms ended(ConsentTerms terms) {
        return with(terms, terms.decision(), terms.givenBy(), terms.recipients(), TODAY.minusDays(1));
    }

    private static ConsentTerms with(
            ConsentTerms terms,
            ConsentTerms.Answer answer,
            ConsentTerms.GivenBy by,
            ConsentTerms.Recipients recipients,
            LocalDate until) {
        return new ConsentTerms(
                answer,
                by,
                terms.purposes(),
                recipients,
                terms.categories(),
                terms.from(),
                until,
                terms.evidence(),
                terms.obtainedOn());
    }

    Fixture purpose(String purpose) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                consents,
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture to(@Nullable Recipient recipient) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                consents,
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture asking(Category... categories) {
        return new Fixture(
                purpose,
                recipient,
                Set.of(categories),
                requester,
                agreements,
                consents,
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture askedBy(String requester) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                consents,
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture withAgreements(Agreement... agreements) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                List.of(agreements),
                consents,
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture withConsents(ConsentRecord... consents) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                List.of(consents),
                overrides,
                releases,
                protectedWhereabouts);
    }

    Fixture isProtected() {
        return new Fixture(purpose, recipient, categories, requester, agreements, consents, overrides, releases, true);
    }

    Fixture withOverrides(OverrideRecord... overrides) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                consents,
                List.of(overrides),
                releases,
                protectedWhereabouts);
    }

    Fixture withReleases(ReleaseRecord... releases) {
        return new Fixture(
                purpose,
                recipient,
                categories,
                requester,
                agreements,
                consents,
                overrides,
                List.of(releases),
                protectedWhereabouts);
    }

    /** In force, for everything that the fixture asks of the council. */
    static OverrideRecord override(OverrideGround ground, boolean despiteRefusal) {
        return new OverrideRecord(
                OverrideId.fresh(),
                CHILD,
                ground,
                new Purpose("early-help-support"),
                Set.of(new RecipientId("early-help-hub-cambridgeshire")),
                Set.of(Category.IDENTITY, Category.VOICE),
                despiteRefusal,
                "approver.chowdhury",
                "governance-approver",
                NOW.minusSeconds(60),
                NOW.plusSeconds(60),
                null);
    }

    static ReleaseRecord release(String purpose, String recipient, Category... categories) {
        return new ReleaseRecord(
                ReleaseId.fresh(),
                CHILD,
                new Purpose(purpose),
                new RecipientId(recipient),
                Set.of(categories),
                "officer.adeyemi",
                NOW.minusSeconds(60),
                NOW.plusSeconds(60),
                null);
    }

    Question question() {
        DecisionRequest request = new DecisionRequest(
                CHILD,
                recipient == null ? new RecipientId("nobody") : recipient.id(),
                new Purpose(purpose),
                categories,
                UUID.randomUUID(),
                1,
                Set.of("referral-service"),
                "referral/" + UUID.randomUUID(),
                requester);
        return new Question(request, PURPOSES.find(new Purpose(purpose)).orElse(null), recipient);
    }

    Evidence evidence() {
        return new Evidence(
                agreements,
                new ConsentsOfSubject(consents),
                new OverridesOfSubject(overrides),
                new ReleasesOfSubject(releases),
                protectedWhereabouts,
                NOW);
    }

    Verdict decide() {
        return question().decide(evidence());
    }
}
