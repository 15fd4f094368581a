package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningHub.class)
class TraceE2E {

    private static final String CONCERN = """
            {"subject": {"nhsNumber": "9990000018", "name": {"given": ["Invented"], "family": "Child"},
                         "birthDate": "2014-05-06", "authority": "E10000003"},
             "kind": "request", "asks": [{"purpose": "safeguarding"}], "reason": "A worry, for a test.",
             "themes": ["other"], "urgency": "routine"}""";

    @Test
    void oneTraceFollowsAReferralOverHttpAndTheBroker(RunningHub.World world) throws Exception {
        byte[] trace = new byte[16];
        new SecureRandom().nextBytes(trace);
        String correlation = UUID.randomUUID().toString();
        HttpRequest referral = HttpRequest.newBuilder(
                        URI.create(world.hub().addresses().gateway() + "/referrals"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Correlation-Id", correlation)
                .header("traceparent", "00-" + HexFormat.of().formatHex(trace) + "-00f067aa0ba902b7-01")
                .header(
                        "Authorization",
                        "Bearer " + world.partners().client("fenland-academy").token())
                .POST(HttpRequest.BodyPublishers.ofString(CONCERN))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(referral, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains(correlation);
        Awaitility.await("the services report their spans")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(world.spans().servicesIn(trace))
                        .containsAll(Set.of("gateway", "referral-service", "notification-service")));
    }
}
