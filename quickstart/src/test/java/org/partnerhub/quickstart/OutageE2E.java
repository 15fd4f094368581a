package org.partnerhub.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.embedded.EmbeddedBroker;
import org.partnerhub.embedded.EmbeddedPostgreSql;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** The parts underneath fail and come back; what was answered is kept, what could not be kept was not answered. */
@ExtendWith(RunningHub.class)
class OutageE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningHub.World world;
    private final PartnerClient police;
    private final PartnerClient council;

    OutageE2E(RunningHub.World world) {
        this.world = world;
        this.police = world.partners().client("cambridgeshire-constabulary");
        this.council = world.partners().client("cambridgeshire-county-council");
    }

    @Test
    void aReferralTakenWhileTheBrokerIsDownIsDeliveredWhenItIsBack() {
        world.hub().parts().broker().close();
        Answer taken = police.post("/referrals", concern());
        assertThat(taken.status()).isEqualTo(201);

        EmbeddedBroker.start(world.folder());

        awaitInMailboxOfMash(taken);
    }

    @Test
    void withoutItsDatabaseTheHubSaysSoAndNothingIsHalfDone() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = concern();
        world.hub().parts().postgreSql().close();
        Answer refused = police.post("/referrals", body, key);
        HttpResponse<String> refusedAsFhir = send(cancellation());
        EmbeddedPostgreSql.start(world.folder());

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(refusedAsFhir.statusCode()).as(refusedAsFhir.body()).isEqualTo(503);
        assertThat(refusedAsFhir.headers().firstValue("Retry-After")).isPresent();
        assertThat(refusedAsFhir.body()).contains("OperationOutcome", "transient");
        Answer taken = Awaitility.await("the database is back")
                .atMost(PATIENCE)
                .until(() -> police.post("/referrals", body, key), it -> it.status() == 201);
        awaitInMailboxOfMash(taken);
    }

    private HttpResponse<String> send(String message) {
        String target = "{\"system\":\"https://partnerhub.example/fhir/Id/partner\",\"value\":\"partner-hub\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(world.hub().addresses().gateway() + "/fhir/R4/$process-message"))
                .header(
                        "Authorization",
                        "Bearer " + world.partners().client("cpft").token())
                .header("Content-Type", "application/fhir+json")
                .header("NHSD-Target-Identifier", Base64.getEncoder().encodeToString(target.getBytes(UTF_8)))
                .header("X-Request-Id", UUID.randomUUID().toString())
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String cancellation() {
        return """
                {"resourceType":"Bundle","id":"%s","type":"message","entry":[{
                "fullUrl":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000001","resource":{"resourceType":"MessageHeader",
                "eventCoding":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},
                "reason":{"coding":[{"system":"https://fhir.nhs.uk/CodeSystem/message-reason-bars","code":"delete"}]},
                "source":{"endpoint":"urn:cpft"}}},{
                "fullUrl":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000002","resource":{"resourceType":"ServiceRequest","status":"revoked",
                "intent":"plan","subject":{"display":"As in the referral"}}}]}""".formatted(UUID.randomUUID());
    }

    private void awaitInMailboxOfMash(Answer taken) {
        String person = taken.body().path("person").asString();
        Awaitility.await("the referral reaches the hub for safeguarding")
                .atMost(PATIENCE)
                .until(
                        () -> council.get("/mailbox")
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(it -> isAbout(it, person))
                                .count(),
                        count -> count == 1);
    }

    private static boolean isAbout(JsonNode item, String person) {
        return item.path("subject").asString().equals(person)
                && item.path("purpose").asString().equals("safeguarding");
    }

    /** About a child of its own, so that one test does not see another's. */
    private static Map<String, Object> concern() {
        return Map.of(
                "subject",
                Map.of(
                        "nhsNumberAbsent", "not-known",
                        "name", Map.of("given", List.of("Invented"), "family", "Child " + letters()),
                        "birthDate", "2013-03-04",
                        "authority", "E10000003"),
                "kind",
                "request",
                "asks",
                List.of(Map.of("purpose", "safeguarding")),
                "reason",
                "A concern, invented for a test.",
                "themes",
                List.of("children-who-need-help"),
                "urgency",
                "urgent");
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
