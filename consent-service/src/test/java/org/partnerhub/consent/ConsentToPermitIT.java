package org.partnerhub.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

class ConsentToPermitIT {

    private static final String HUB = "early-help-hub-cambridgeshire";

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static LocalDate fifteenYearsAgo() {
        return LocalDate.now(Clock.systemUTC()).minusYears(15).minusDays(40);
    }

    private static PersonId child() {
        PersonId person = PersonId.fresh();
        hub.knows(person, fifteenYearsAgo(), false);
        return person;
    }

    private static JsonNode decide(Map<String, Object> question) {
        Answer answer = hub.send("/internal/decisions", question, RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void consentedCategoriesGoAndTheOthersAreWithheldWithTheirReason() throws Exception {
        PersonId child = child();
        Answer recorded = hub.send("/consents", Bodies.consent(child), RunningService.school());
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        PublishedAnswers.assertFits("consentRecorded", recorded.text());

        JsonNode answer = decide(Bodies.decision(child, HUB, "early-help-support", "identity", "voice", "police"));

        assertThat(answer.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(answer.path("reliedOn").asString())
                .isEqualTo(recorded.json().path("id").asString());
        assertThat(answer.toString()).contains("consent-does-not-cover-category");
        Permit permit =
                verifier("referral-service").verify(answer.path("permit").asString());
        assertThat(permit.categories()).containsExactlyInAnyOrder(Category.IDENTITY, Category.VOICE);
        assertThat(permit.ground()).isEqualTo(GroundKind.EXPLICIT_CONSENT);
        assertThat(permit.subject()).isEqualTo(child);
        assertThat(permit.decision().toString())
                .isEqualTo(answer.path("decision").asString());
        assertThat(permit.expiresAt())
                .isBetween(
                        Clock.systemUTC().instant(), Clock.systemUTC().instant().plusSeconds(20));
    }

    @Test
    void eachQuestionOfABatchIsDecidedAndLoggedForItself() {
        PersonId child = child();
        hub.send("/consents", Bodies.consent(child), RunningService.school());
        Answer answer = hub.send(
                "/internal/decisions/batch",
                Map.of(
                        "requests",
                        List.of(
                                Bodies.decision(child, HUB, "early-help-support", "identity"),
                                Bodies.decision(child, HUB, "education-support", "identity"),
                                Bodies.decision(child, "mash-cambridgeshire", "safeguarding", "identity"))),
                RunningService.service());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json()
                        .at("/items")
                        .valueStream()
                        .map(it -> it.at("/answer/outcome").asString()))
                .containsExactly("PERMIT", "REFUSE", "PERMIT");
        assertThat(answer.json().at("/items/0/answer/categories/0/reliedOn").toString())
                .contains("consent/", "agreement/ISA-2026-001");
        assertThat(hub.send("/internal/decisions/batch", Map.of("requests", List.of()), RunningService.service())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withoutConsentTheDisclosureWaitsForOne() {
        JsonNode answer = decide(Bodies.decision(child(), HUB, "early-help-support", "identity"));
        assertThat(answer.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(answer.path("missing").asString()).isEqualTo("CONSENT");
        assertThat(answer.has("permit")).isFalse();
    }

    @Test
    void refusalBlocksConsentPurposesAndNeverAStatutoryOne() {
        PersonId child = child();
        Map<String, Object> refusal = Bodies.consent(child);
        refusal.put("decision", "refused");
        assertThat(hub.send("/consents", refusal, RunningService.school()).status())
                .isEqualTo(201);

        JsonNode help = decide(Bodies.decision(child, HUB, "early-help-support", "identity"));
        assertThat(help.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(help.path("missing").asString()).isEqualTo("NOTHING");

        JsonNode notice = decide(
                Bodies.decision(child, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay"));
        assertThat(notice.path("outcome").asString()).isEqualTo("PERMIT");
        assertThat(notice.path("ground").asString()).isEqualTo("statutory-duty");
        assertThat(notice.path("reliedOn").asString()).isEqualTo("Children Act 1989 s.85");
    }

    @Test
    void withdrawalNoticeCarriesNoCategoryAndIsPermitted() throws Exception {
        Map<String, Object> question = Bodies.decision(child(), "cpft-camhs", "withdrawal-notice");
        question.put("audience", List.of("notification-service", "fhir-adapter"));
        JsonNode answer = decide(question);
        assertThat(answer.path("outcome").asString()).isEqualTo("PERMIT");
        assertThat(verifier("fhir-adapter")
                        .verify(answer.path("permit").asString())
                        .categories())
                .isEmpty();
    }

    @Test
    void protectedWhereaboutsNeverLeaveOnConsent() {
        PersonId child = PersonId.fresh();
        hub.knows(child, fifteenYearsAgo(), true);
        hub.send("/consents", Bodies.consent(child), RunningService.school());
        JsonNode answer = decide(Bodies.decision(child, HUB, "early-help-support", "identity", "contact", "voice"));
        assertThat(answer.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(answer.toString()).contains("whereabouts-protected", "free-text-about-a-protected-person");
    }

    @Test
    void whatCannotBeKnownIsNotDecided() {
        PersonId child = PersonId.fresh();
        hub.siblings.stubFor(
                get(urlPathEqualTo("/internal/people/" + child + "/facts")).willReturn(serverError()));
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(child, HUB, "early-help-support", "contact"),
                RunningService.service());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("person-unavailable");
    }

    @Test
    void embeddedConsentIsRecordedOnceForEachReferral() {
        PersonId child = child();
        Map<String, Object> sent = Map.of(
                "referral",
                UUID.randomUUID(),
                "partner",
                "fenland-academy",
                "subject",
                child,
                "consent",
                Bodies.terms());
        Answer first = hub.send("/internal/consents", sent, RunningService.service());
        Answer again = hub.send("/internal/consents", sent, RunningService.service());
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    }

    @Test
    void nonsenseIsRefusedFieldByField() {
        PersonId nine = PersonId.fresh();
        hub.knows(nine, LocalDate.now(Clock.systemUTC()).minusYears(9), false);
        Map<String, Object> consent = Bodies.consent(nine);
        consent.put("givenBy", Map.of("capacity", "sixteen-or-seventeen"));
        consent.put("until", "2020-01-01");
        consent.put("purposes", List.of("early-help-support", "astrology", "safeguarding"));
        consent.put("categories", List.of("identity", "legal-status"));
        consent.put("recipients", Map.of("ids", List.of("nobody-knows-it")));
        Answer answer = hub.send("/consents", consent, RunningService.school());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .contains("/givenBy/capacity", "/until", "/purposes", "/categories", "/recipients/ids");
        PublishedAnswers.assertFits("problem", answer.text());
    }

    @Test
    void consentIsReadByWhoeverRecordedItAndByNobodyElse() {
        PersonId child = child();
        String id = hub.send("/consents", Bodies.consent(child), RunningService.school())
                .json()
                .path("id")
                .asString();
        Answer own = hub.read("/consents/" + id, RunningService.school());
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("state").asString()).isEqualTo("given");
        PublishedAnswers.assertFits("consent", own.text());
        assertThat(own.text()).doesNotContain("Morag");
        assertThat(hub.read("/consents/" + id, RunningService.partner("cpft")).status())
                .isEqualTo(404);
    }

    @Test
    void partnerThatTheDirectoryDoesNotKnowIsRefused() {
        assertThat(hub.send("/consents", Bodies.consent(child()), RunningService.partner("stranger"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withdrawnConsentStopsTheNextDisclosureAndNamesWhoHoldsWhat() {
        PersonId child = child();
        String consent = hub.send("/consents", Bodies.consent(child), RunningService.school())
                .json()
                .path("id")
                .asString();
        String decision = decide(Bodies.decision(child, HUB, "early-help-support", "identity"))
                .path("decision")
                .asString();
        hub.settle(child, decision, HUB, "early-help-support");

        Answer withdrawn =
                hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        PublishedAnswers.assertFits("withdrawn", withdrawn.text());
        assertThat(withdrawn.json().path("holdings").path(0).path("recipient").asString())
                .isEqualTo(HUB);
        JsonNode next = decide(Bodies.decision(child, HUB, "early-help-support", "identity"));
        assertThat(next.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(next.path("missing").asString()).isEqualTo("CONSENT");
        assertThat(hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school())
                        .json())
                .isEqualTo(withdrawn.json());
    }

    @Test
    void recipientThatReliesOnAConsentMayPassItsWithdrawalOnAndStrangersFindNothing() {
        PersonId child = child();
        String consent = hub.send("/consents", Bodies.consent(child), RunningService.school())
                .json()
                .path("id")
                .asString();
        String path = "/consents/" + consent + "/withdrawal";
        assertThat(hub.send(path, Bodies.withdrawal(), RunningService.partner("cambridgeshire-constabulary"))
                        .status())
                .isEqualTo(404);
        assertThat(hub.send(path, Bodies.withdrawal(), RunningService.partner("cpft"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyThoseWithTheScopeAreLetIn() {
        Map<String, Object> question = Bodies.decision(child(), HUB, "early-help-support", "identity");
        assertThat(hub.send("/internal/decisions", question, RunningService.school())
                        .status())
                .isIn(401, 403);
        assertThat(hub.send("/log/exports", Map.of("reason", "x"), RunningService.school())
                        .status())
                .isEqualTo(403);
        assertThat(hub.send(
                                "/internal/decisions",
                                question,
                                TestIssuer.shared()
                                        .service("x", "internal.people")
                                        .signed())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void entryIsProvedOnceItIsSealed() {
        String entry = decide(Bodies.decision(child(), HUB, "early-help-support", "identity"))
                .path("decision")
                .asString();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Answer proof = hub.read("/log/entries/" + entry + "/proof", RunningService.school());
            assertThat(proof.status()).isEqualTo(200);
            PublishedAnswers.assertFits("proof", proof.text());
        });
        assertThat(hub.read("/log/entries/" + UUID.randomUUID() + "/proof", RunningService.school())
                        .status())
                .isEqualTo(404);
    }

    private static PermitVerifier verifier(String audience) throws Exception {
        String keys =
                hub.read("/internal/permit-keys", RunningService.service()).text();
        JsonWebKeySet published = new JsonWebKeySet(keys);
        return new PermitVerifier(audience, () -> published, Clock.systemUTC());
    }
}
