package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** A partner is taken on by two operators, and only then. */
class OnboardingIT {

    private static final TestHub HUB = TestHub.start();
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String PROPOSER = operator("operator.davies");
    private static final String APPROVER = operator("operator.ellis");

    private final String partner = "college-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void allIsWell() {
        HUB.everyPartnerAnswers(okJson("{}"));
        HUB.consentService.notesLooks(true);
    }

    @Test
    void whatTwoOperatorsAgreeOnStandsInTheDirectoryAndIsDeliveredTo() {
        JsonNode proposed = propose();
        assertThat(proposed.path("state").asString()).isEqualTo("proposed");
        assertThat(directory()).as("one operator alone changes nothing").doesNotContain(partner);

        HttpResponse<String> decided = decide(proposed, APPROVER, true);

        PublishedAnswers.assertFits("onboarding", decided.body());
        assertThat(TestHub.json(decided).path("state").asString()).isEqualTo("approved");
        assertThat(TestHub.json(decided).path("decidedBy").asString()).isEqualTo("operator.ellis");
        assertThat(directory()).contains(partner);
        assertThat(HUB.consentService.looksAt("partner/" + partner))
                .extracting(it -> it.path("kindOfLook").asString())
                .containsExactly("partner-proposed", "partner-approved");

        UUID delivery =
                HUB.request(PersonId.fresh(), new RecipientId(partner + "-lead"), "referral/" + UUID.randomUUID());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> HUB.outcomes(delivery).contains(Outcome.DELIVERED));
        assertThat(HUB.receivedBy(new RecipientId(partner), delivery))
                .as("at the address that was agreed on")
                .hasSize(1);
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        JsonNode proposed = propose();

        HttpResponse<String> own = decide(proposed, PROPOSER, true);

        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(TestHub.json(own).path("type").asString()).endsWith("own-proposal");
        assertThat(directory()).doesNotContain(partner);
    }

    @Test
    void whatIsRefusedStaysOutAndMayBeProposedAgain() {
        JsonNode proposed = propose();
        assertThat(TestHub.json(decide(proposed, APPROVER, false)).path("state").asString())
                .isEqualTo("refused");

        assertThat(decide(proposed, APPROVER, true).statusCode())
                .as("it was decided before")
                .isEqualTo(409);
        assertThat(directory()).doesNotContain(partner);
        assertThat(propose().path("id").asString())
                .isNotEqualTo(proposed.path("id").asString());
    }

    @Test
    void aPartnerIsProposedOnceAndItsIdsAreItsOwn() {
        propose();
        assertThat(post("", PROPOSER, body(partner, "")).statusCode()).isEqualTo(409);
        assertFault("/partner/id", body("fenland-academy", ""));
        assertFault("/recipients/0/id", body(partner, "").replace(partner + "-lead", "cpft-camhs"));
        assertFault("/recipients/0/url", body(partner, "").replaceAll(",\"url\":\"[^\"]*\"", ""));
        assertFault("/recipients/0/url", body(partner, "").replace("\"webhook\"", "\"mailbox\""));
        assertFault("/recipients/0/url", body(partner, "").replace("http://", "http://user@"));
        assertFault("/rights/0", body(partner, "").replace("referral.write", "log.read"));
        assertFault("/keysUrl", body(partner, ",\"keysUrl\":\"http://keys.example/jwks\""));
    }

    @Test
    void nothingIsProposedOrApprovedThatTheLogDoesNotNote() {
        HUB.consentService.notesLooks(false);
        assertThat(post("", PROPOSER, body(partner, "")).statusCode()).isEqualTo(503);
        HUB.consentService.notesLooks(true);
        JsonNode proposed = propose();
        HUB.consentService.notesLooks(false);
        assertThat(decide(proposed, APPROVER, true).statusCode()).isEqualTo(503);
        assertThat(directory()).doesNotContain(partner);
    }

    @Test
    void onlyOperatorsSeeAndTakeOn() {
        String seeing = ISSUER.officer("operator.davies", "operator", "delivery.oversee")
                .signed();
        assertThat(HUB.read("/partners/onboardings", seeing).statusCode()).isEqualTo(403);
        assertThat(post("", seeing, body(partner, "")).statusCode()).isEqualTo(403);
        assertThat(HUB.read("/partners/onboardings/" + UUID.randomUUID(), PROPOSER)
                        .statusCode())
                .isEqualTo(404);
        String id = propose().path("id").asString();
        HttpResponse<String> listed = HUB.read("/partners/onboardings", APPROVER);
        PublishedAnswers.assertFits("onboardings", listed.body());
        assertThat(listed.body()).contains(id);
    }

    private JsonNode propose() {
        HttpResponse<String> answer = post("", PROPOSER, body(partner, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        PublishedAnswers.assertFits("onboarding", answer.body());
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(HUB.read(place, APPROVER).body()).isEqualTo(answer.body());
        return TestHub.json(answer);
    }

    private static HttpResponse<String> decide(JsonNode proposed, String operator, boolean approved) {
        return post(
                "/" + proposed.path("id").asString() + "/decision",
                operator,
                "{\"approved\":%s,\"reason\":\"Checked by telephone.\",\"version\":%s}"
                        .formatted(approved, proposed.path("version").asInt()));
    }

    private static void assertFault(String pointer, String body) {
        HttpResponse<String> answer = post("", PROPOSER, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(TestHub.json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static HttpResponse<String> post(String path, String token, String body) {
        return HUB.submit("/partners/onboardings" + path, token, body, null);
    }

    private static String body(String partner, String more) {
        return """
                {"reason":"It joined the partnership.","partner":{"id":"%1$s","name":"A college","kind":"college"},
                 "recipients":[{"id":"%1$s-lead","name":"Safeguarding lead","kind":"college","role":"safeguarding-lead",
                                "area":"E10000003","channel":"webhook","url":"%2$s/%1$s"}],
                 "rights":["referral.write","mailbox.read"]%3$s}
                """.formatted(partner, HUB.partners.baseUrl(), more);
    }

    private static List<String> directory() {
        String service =
                ISSUER.service("referral-service", "internal.directory").signed();
        return TestHub.json(HUB.read("/internal/directory", service))
                .path("partners")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static String operator(String name) {
        return ISSUER.officer(name, "operator", "partner.write").signed();
    }
}
