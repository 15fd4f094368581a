package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.quickstart.partner.Receiver;
import tools.jackson.databind.json.JsonMapper;

/** From the school's call through every service and the broker to the partners that are told. */
@ExtendWith(RunningHub.class)
class TraceE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final byte[] trace = new byte[16];
    private final String correlation = UUID.randomUUID().toString();
    private final RunningHub.World world;

    TraceE2E(RunningHub.World world) {
        this.world = world;
        new SecureRandom().nextBytes(trace);
    }

    @Test
    void oneTraceAndOneCorrelationIdFollowAReferralToThosePartnersThatAreTold() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(referral(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains(correlation);
        String person =
                JsonMapper.shared().readTree(answer.body()).path("person").asString();
        awaitMessageUnderTheSameId(world.partners().council(), person);
        awaitMessageUnderTheSameId(world.partners().cpft(), person);
        await("the services report their spans")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.spans().servicesIn(trace))
                        .containsAll(Set.of(
                                "gateway",
                                "referral-service",
                                "consent-service",
                                "notification-service",
                                "fhir-adapter")));
    }

    private HttpRequest referral() {
        return HttpRequest.newBuilder(URI.create(world.hub().addresses().gateway() + "/referrals"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Correlation-Id", correlation)
                .header("traceparent", "00-" + HexFormat.of().formatHex(trace) + "-00f067aa0ba902b7-01")
                .header(
                        "Authorization",
                        "Bearer " + world.partners().client("fenland-academy").token())
                .POST(HttpRequest.BodyPublishers.ofString(
                        new OwnChild().referral().toString()))
                .build();
    }

    private void awaitMessageUnderTheSameId(Receiver system, String person) {
        await("the partner is told")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.received().stream()
                                .filter(it -> it.path("subject").asString("").equals(person))
                                .map(it ->
                                        system.correlation(it.path("delivery").asString())))
                        .containsExactly(Optional.of(correlation)));
    }
}
