package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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
import tools.jackson.databind.json.JsonMapper;

/** A partner is taken on by two operators, and only then. */
class OnboardingIT {

    private static final String REGISTRATION = "/clients-registrations/default";

    private static final WireMockServer KEYCLOAK = keycloak();
    private static final TestHub HUB =
            TestHub.start("hub.registrar.secret=test-only", "hub.registrar.url=" + KEYCLOAK.baseUrl() + REGISTRATION);
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String PROPOSER = operator("operator.davies");
    private static final String APPROVER = operator("operator.ellis");

    private final String partner = "college-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    static void stop() {
        HUB.close();
        KEYCLOAK.stop();
    }

    @BeforeEach
    void allIsWell() {
        HUB.everyPartnerAnswers(okJson("{}"));
        HUB.consentService.notesLooks(true);
        KEYCLOAK.resetAll();
        KEYCLOAK.stubFor(post(REGISTRATION).willReturn(created()));
    }

    @Test
    void whatTwoOperatorsAgreeOnStandsInTheDirectoryAndIsDeliveredTo() {
        JsonNode proposed = propose();
        assertThat(proposed.path("state").asString()).isEqualTo("proposed");
        assertThat(directory()).as("one operator alone changes nothing").doesNotContain(partner);

        assertThat(health()).doesNotContain(partner);

        HttpResponse<String> decided = decide(proposed, APPROVER, true);

        assertThat(health()).as("operators see it among the partners at once").contains(partner);
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
        assertThat(send("", PROPOSER, body(partner, "")).statusCode()).isEqualTo(409);
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
        assertThat(send("", PROPOSER, body(partner, "")).statusCode()).isEqualTo(503);
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
        assertThat(send("", seeing, body(partner, "")).statusCode()).isEqualTo(403);
        assertThat(HUB.read("/partners/onboardings/" + UUID.randomUUID(), PROPOSER)
                        .statusCode())
                .isEqualTo(404);
        String id = propose().path("id").asString();
        HttpResponse<String> listed = HUB.read("/partners/onboardings", APPROVER);
        PublishedAnswers.assertFits("onboardings", listed.body());
        assertThat(listed.body()).contains(id);
    }

    @Test
    void theClientIsMadeOnceAndItsSecretIsInThatAnswerAlone() {
        JsonNode approved = TestHub.json(decide(propose(), APPROVER, true));

        HttpResponse<String> made = client(approved);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        PublishedAnswers.assertFits("partnersClient", made.body());
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        String secret = TestHub.json(made).path("secret").asString();
        assertThat(secret).hasSizeGreaterThan(40);
        JsonNode sent = sentToKeycloak();
        assertThat(sent.path("secret").asString()).isEqualTo(secret);
        assertThat(sent.path("clientId").asString()).isEqualTo(partner);
        assertThat(sent.path("defaultClientScopes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("basic", "audience-partner-hub-api", "referral.write", "mailbox.read");
        assertThat(sent.at("/protocolMappers/0/config/claim.value").asString()).isEqualTo(partner);

        HttpResponse<String> read =
                HUB.read("/partners/onboardings/" + approved.path("id").asString(), PROPOSER);
        assertThat(TestHub.json(read).path("state").asString()).isEqualTo("registered");
        assertThat(read.body()).doesNotContain(secret);
        assertThat(client(TestHub.json(read)).statusCode()).as("once").isEqualTo(409);
        assertThat(HUB.consentService.looksAt("partner/" + partner).getLast().toString())
                .contains("partner-client-made")
                .doesNotContain(secret);
    }

    @Test
    void aPartnerWithKeysOfItsOwnGetsNoSecret() {
        HttpResponse<String> proposed = send("", PROPOSER, body(partner, ",\"keysUrl\":\"https://keys.example/jwks\""));
        JsonNode approved = TestHub.json(decide(TestHub.json(proposed), APPROVER, true));

        HttpResponse<String> made = client(approved);

        assertThat(TestHub.json(made).has("secret")).isFalse();
        assertThat(TestHub.json(made).path("keysUrl").asString()).isEqualTo("https://keys.example/jwks");
        assertThat(sentToKeycloak().path("clientAuthenticatorType").asString()).isEqualTo("client-jwt");
        assertThat(sentToKeycloak().at("/attributes/jwks.url").asString()).isEqualTo("https://keys.example/jwks");
    }

    @Test
    void whatIsNotApprovedGetsNoClientAndWhatKeycloakDoesNotTakeStaysAsItWas() {
        JsonNode proposed = propose();
        assertThat(client(proposed).statusCode()).isEqualTo(409);
        JsonNode approved = TestHub.json(decide(proposed, APPROVER, true));
        KEYCLOAK.stubFor(post(REGISTRATION).willReturn(badRequest()));
        HttpResponse<String> declined = client(approved);
        assertThat(declined.statusCode()).isEqualTo(409);
        assertThat(declined.body()).contains("client-not-taken");
        KEYCLOAK.stubFor(post(REGISTRATION).willReturn(serverError()));
        assertThat(client(approved).statusCode()).isEqualTo(503);

        KEYCLOAK.stubFor(post(REGISTRATION).willReturn(created()));
        assertThat(client(approved).statusCode()).isEqualTo(201);
    }

    @Test
    void aTestMessageIsSignedAboutNobodyAndSaysWhatCameOfIt() {
        decide(propose(), APPROVER, true);

        HttpResponse<String> tested = test(partner);

        PublishedAnswers.assertFits("testMessages", tested.body());
        assertThat(TestHub.json(tested).at("/items/0/result").asString()).isEqualTo("taken");
        LoggedRequest sent = HUB.partners
                .findAll(postRequestedFor(urlEqualTo("/" + partner)).withHeader("hub-test", containing("1")))
                .getFirst();
        assertThat(sent.getHeader("Signature-Input")).contains("\"hub-test\"", "\"content-digest\"");
        assertThat(sent.getBodyAsString()).contains("\"kind\":\"test\"", "about nobody");
        HUB.partnerAnswers(new RecipientId(partner), aResponse().withStatus(401));
        assertThat(test(partner).body()).contains("turned-away", "recipient-answered-401");
        assertThat(test("cpft").body()).as("a FHIR server is not tried").contains("not-tried");
        assertThat(test("nobody").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> test(String partner) {
        return HUB.submit(
                "/partners/" + partner + "/test-messages",
                PROPOSER,
                "{\"reason\":\"Before the first referral.\"}",
                null);
    }

    private static HttpResponse<String> client(JsonNode approved) {
        return send(
                "/" + approved.path("id").asString() + "/client",
                PROPOSER,
                "{\"reason\":\"Their engineer waits.\",\"version\":%s}"
                        .formatted(approved.path("version").asInt()));
    }

    private static JsonNode sentToKeycloak() {
        return JsonMapper.shared()
                .readTree(KEYCLOAK.findAll(postRequestedFor(urlEqualTo(REGISTRATION))
                                .withHeader("Authorization", containing("Bearer ")))
                        .getLast()
                        .getBodyAsString());
    }

    private static WireMockServer keycloak() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    private JsonNode propose() {
        HttpResponse<String> answer = send("", PROPOSER, body(partner, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        PublishedAnswers.assertFits("onboarding", answer.body());
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(HUB.read(place, APPROVER).body()).isEqualTo(answer.body());
        return TestHub.json(answer);
    }

    private static HttpResponse<String> decide(JsonNode proposed, String operator, boolean approved) {
        return send(
                "/" + proposed.path("id").asString() + "/decision",
                operator,
                "{\"approved\":%s,\"reason\":\"Checked by telephone.\",\"version\":%s}"
                        .formatted(approved, proposed.path("version").asInt()));
    }

    private static void assertFault(String pointer, String body) {
        HttpResponse<String> answer = send("", PROPOSER, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(TestHub.json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static HttpResponse<String> send(String path, String token, String body) {
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

    /** The partners as an operator sees them. */
    private static List<String> health() {
        HttpResponse<String> answer = HUB.read(
                "/partners/health",
                ISSUER.officer("operator.davies", "operator", "delivery.oversee")
                        .signed());
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestHub.json(answer)
                .path("items")
                .valueStream()
                .map(it -> it.path("partner").asString())
                .toList();
    }

    private static String operator(String name) {
        return ISSUER.officer(name, "operator", "partner.write").signed();
    }
}
