package org.partnerhub.quickstart.partner.cpft;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.outgoing.OutgoingMessages;
import org.partnerhub.quickstart.partner.Listening;
import org.partnerhub.quickstart.partner.PartnerClient;
import tools.jackson.databind.JsonNode;

/** What the hub renders, taken by CPFT's own checks; and CPFT's answers as the hub's gateway sees them. */
class CpftFhirServerTest {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WireMockServer hub = new WireMockServer(options().dynamicPort());
    private CpftFhirServer cpft;

    @BeforeEach
    void start() {
        hub.start();
        hub.stubFor(post(urlPathEqualTo("/realm/protocol/openid-connect/token"))
                .willReturn(okJson("{\"access_token\":\"cpfts-token\",\"expires_in\":300}")));
        hub.stubFor(post(urlEqualTo("/fhir/R4/$process-message")).willReturn(okJson("{}")));
        URI gateway = URI.create(hub.baseUrl());
        cpft = new CpftFhirServer(
                Listening.here(0),
                gateway,
                new PartnerClient(gateway, URI.create(hub.baseUrl() + "/realm"), "cpft", "secret"));
    }

    @AfterEach
    void stop() {
        cpft.close();
        hub.stop();
    }

    @Test
    void aReferralIsTakenAndAcknowledged() throws Exception {
        Disclosure disclosure = referral();

        HttpResponse<String> answer = send(message(disclosure), disclosure.delivery());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"identifier\":\"" + disclosure.delivery() + "\"");
        assertThat(cpft.complaints()).isEmpty();
        JsonNode told = cpft.received().getFirst();
        assertThat(told.path("subject").asString())
                .isEqualTo(disclosure.subject().toString());
        assertThat(told.path("purpose").asString()).isEqualTo("mental-health-specialist");
        assertThat(told.path("content").has("voice")).isTrue();
        assertThat(told.path("content").has("police")).isFalse();
        assertThat(told.path("withheld").path(0).path("category").asString()).isEqualTo("police");
    }

    @Test
    void theSameDeliveryAgainIsADuplicateAndKeptOnce() throws Exception {
        Disclosure disclosure = referral();
        send(message(disclosure), disclosure.delivery());

        HttpResponse<String> again = send(message(disclosure), disclosure.delivery());

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("duplicate");
        assertThat(cpft.received()).hasSize(1);
    }

    @Test
    void aWithdrawalIsTakenWithoutNamingAnybody() throws Exception {
        Disclosure withdrawal = new Disclosure(
                UUID.randomUUID(),
                "withdrawal",
                "withdrawal/" + UUID.randomUUID(),
                PersonId.fresh(),
                new RecipientId("cpft-camhs"),
                new Purpose("withdrawal-notice"),
                DecisionId.fresh(),
                Instant.now(),
                Map.of(),
                List.of(),
                new Disclosure.Ended(
                        new Purpose("mental-health-specialist"), Set.of(Category.VOICE), Instant.now(), Instant.now()),
                null);

        assertThat(send(message(withdrawal), withdrawal.delivery()).statusCode())
                .isEqualTo(200);
        assertThat(cpft.received().getFirst().path("kind").asString()).isEqualTo("withdrawal");
        assertThat(cpft.received().getFirst().path("subject").asString())
                .isEqualTo(withdrawal.subject().toString());
    }

    @Test
    void itCanFailAndBeSlow() throws Exception {
        cpft.conduct().failNext(1, 503);
        cpft.conduct().slow(Duration.ofMillis(200));
        Disclosure disclosure = referral();

        assertThat(send(message(disclosure), disclosure.delivery()).statusCode())
                .isEqualTo(503);
        Instant before = Instant.now();
        assertThat(send(message(disclosure), disclosure.delivery()).statusCode())
                .isEqualTo(200);
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whatIsNoMessageOrNoR4IsRefusedAndComplainedOf() throws Exception {
        Bundle headless = message(referral());
        headless.getEntry().removeFirst();

        assertThat(send(headless, UUID.randomUUID()).statusCode()).isEqualTo(400);
        assertThat(cpft.complaints()).contains("The first entry is no MessageHeader.");
        assertThat(sendText("{\"resourceType\":\"Bundle\",\"nonsense\":1}", UUID.randomUUID())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void itAcceptsLaterWithAnAnswerThatNamesTheMessage() throws Exception {
        Disclosure disclosure = referral();
        send(message(disclosure), disclosure.delivery());

        cpft.acceptLater(Duration.ofMillis(50), disclosure.subject().toString()).join();

        hub.verify(postRequestedFor(urlEqualTo("/fhir/R4/$process-message"))
                .withHeader("Authorization", equalTo("Bearer cpfts-token"))
                .withRequestBody(matchingJsonPath(
                        "$.entry[0].resource.response.identifier",
                        equalTo(disclosure.delivery().toString())))
                .withRequestBody(matchingJsonPath("$.entry[?(@.resource.resourceType == 'Task')].resource.status")));
    }

    private HttpResponse<String> send(Bundle bundle, UUID delivery) throws IOException, InterruptedException {
        return sendText(fhir.newJsonParser().encodeResourceToString(bundle), delivery);
    }

    private HttpResponse<String> sendText(String body, UUID delivery) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(cpft.address() + "/$process-message"))
                        .header("Content-Type", "application/fhir+json")
                        .header("NHSD-Target-Identifier", "e30=")
                        .header("X-Request-Id", delivery.toString())
                        .header("X-Correlation-Id", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Bundle message(Disclosure disclosure) {
        return OutgoingMessages.message(disclosure, Target.HUB, null, false);
    }

    private static Disclosure referral() {
        return new Disclosure(
                UUID.randomUUID(),
                "referral",
                "referral/" + ReferralId.fresh(),
                PersonId.fresh(),
                new RecipientId("cpft-camhs"),
                new Purpose("mental-health-specialist"),
                DecisionId.fresh(),
                Instant.now(),
                Map.of(
                        Category.IDENTITY,
                                Map.of(
                                        "name",
                                        Map.of("given", List.of("Wren"), "family", "Fenwick"),
                                        "birthDate",
                                        "2011-03-14"),
                        Category.VOICE, Map.of("words", List.of("Not all at once.")),
                        Category.REFERRAL, Map.of("reason", "Anxious.", "urgency", "routine")),
                List.of(new Disclosure.Withheld(Category.POLICE, List.of("Not covered."))),
                null);
    }
}
