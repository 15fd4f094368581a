package org.partnerhub.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.decision.Evidence;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.override.OverridesOfSubject;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.consent.release.ReleasesOfSubject;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** As many consents as are asked for, each of another child, for the hub's rules and as the lines of a jCasbin policy. */
final class DecidedConsents {

    private static final Purpose HELP = new Purpose("early-help-support");
    private static final PartnerId COUNCIL = new PartnerId("cambridgeshire-county-council");
    private static final RecipientId HUB = new RecipientId("early-help-hub-cambridgeshire");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    /** Who may be told what about whom for which purpose, line by line, by equality alone: the least that jCasbin can do. */
    private static final String MODEL = """
            [request_definition]
            r = sub, rec, pur, cat
            [policy_definition]
            p = sub, rec, pur, cat
            [policy_effect]
            e = some(where (p.eft == allow))
            [matchers]
            m = r.sub == p.sub && r.rec == p.rec && r.pur == p.pur && r.cat == p.cat
            """;

    private final PersonId[] children;
    private final Map<PersonId, ConsentsOfSubject> consents = new HashMap<>();
    private final PurposePolicy purpose =
            Purposes.of(PolicyFile.read("purposes", null)).find(HELP).orElseThrow();
    private final Recipient recipient =
            new Recipient(HUB, "hub", "council", "early-help-hub", Set.of(COUNCIL), null, null, Channel.WEBHOOK);
    private final List<Agreement> agreements = List.of(new Agreement(
            "ISA-2026-001",
            COUNCIL,
            Set.of(HELP),
            Set.of(Category.IDENTITY, Category.VOICE, Category.PLAN),
            TODAY.minusYears(1),
            TODAY.plusYears(1),
            TODAY,
            List.of("Caldicott Guardian")));

    DecidedConsents(int count) {
        children = new PersonId[count];
        for (int i = 0; i < count; i++) {
            children[i] = PersonId.of(new UUID(7, i).toString());
            consents.put(children[i], new ConsentsOfSubject(List.of(consent(children[i]))));
        }
    }

    private static ConsentRecord consent(PersonId child) {
        ConsentTerms terms = new ConsentTerms(
                ConsentTerms.Answer.GIVEN,
                new ConsentTerms.GivenBy(Capacity.SIXTEEN_OR_SEVENTEEN, null, null),
                Set.of(HELP),
                new ConsentTerms.Recipients(Set.of("council"), Set.of()),
                Set.of(Category.IDENTITY),
                TODAY.minusDays(10),
                TODAY.plusDays(300),
                new ConsentTerms.Evidence("form", null),
                TODAY.minusDays(10));
        return new ConsentRecord(
                ConsentId.fresh(), child, terms, new PartnerId("fenland-academy"), NOW.minusSeconds(864_000), null);
    }

    int count() {
        return children.length;
    }

    /** Whether the hub's rules let the identity of one of the children go. */
    boolean decide(int child) {
        PersonId subject = children[child];
        DecisionRequest request = new DecisionRequest(
                subject,
                HUB,
                HELP,
                Set.of(Category.IDENTITY),
                new UUID(1, child),
                1,
                Set.of("referral-service"),
                "referral/0",
                null);
        return new Question(request, purpose, recipient)
                .decide(new Evidence(
                        agreements,
                        consents.getOrDefault(subject, new ConsentsOfSubject(List.of())),
                        new OverridesOfSubject(List.of()),
                        new ReleasesOfSubject(List.of()),
                        false,
                        NOW))
                .permitted()
                .contains(Category.IDENTITY);
    }

    /** The same consents as a policy, a line each. */
    Enforcer enforcer() {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        for (PersonId child : children) {
            model.addPolicy("p", "p", List.of(child.toString(), HUB.value(), HELP.value(), "identity"));
        }
        return new Enforcer(model, null, false);
    }

    /** Whether jCasbin lets it go. */
    boolean enforce(Enforcer enforcer, int child) {
        return enforcer.enforce(children[child].toString(), HUB.value(), HELP.value(), "identity");
    }
}
