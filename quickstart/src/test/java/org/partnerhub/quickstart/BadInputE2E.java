package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.quickstart.partner.PartnerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What partners get wrong, through the real gateway with real tokens. */
@ExtendWith(RunningHub.class)
class BadInputE2E {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD = """
            {"subject": {"nhsNumber": "9990000018", "name": {"given": ["Invented"], "family": "Child"},
                         "birthDate": "2014-05-06", "authority": "E10000003"},
             "kind": "request", "asks": [{"purpose": "safeguarding"}], "reason": "A worry, for a test.",
             "themes": ["other"], "urgency": "routine"}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI referrals;
    private final PartnerClient school;
    private final PartnerClient hospital;

    BadInputE2E(RunningHub.World world) {
        referrals = URI.create(world.hub().addresses().gateway() + "/referrals");
        school = world.partners().client("fenland-academy");
        hospital = world.partners().client("cambridge-university-hospitals");
    }

    @Test
    void withoutATokenNothingIsAnswered() throws Exception {
        assertThat(send(request(GOOD)).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatSaysItNeedsNoSignatureIsRefused() throws Exception {
        String[] parts = school.token().split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(send(withToken(request(GOOD), header + "." + parts[1] + ".")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() throws Exception {
        String[] own = school.token().split("\\.", -1);
        String[] other = hospital.token().split("\\.", -1);

        assertThat(send(withToken(request(GOOD), own[0] + "." + other[1] + "." + own[2]))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSchoolMayNotNotifyAdmissions() {
        assertThat(school.post("/admissions", JSON.readTree("{}")).status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an NHS number that fails its check | "9990000018"        | "9990000019"            | /subject/nhsNumber
            a date that does not exist         | "2014-05-06"        | "2014-02-30"            | /subject/birthDate
            an unknown field                   | "kind":             | "favourite": 1, "kind": | /favourite
            an unknown theme                   | "other"             | "weather"               | /themes/0
            """)
    void eachWrongFieldIsNamed(String what, String good, String bad, String pointer) throws Exception {
        HttpResponse<String> answer = send(asSchool(request(GOOD.replace(good, bad))));

        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(pointers(answer)).contains(pointer);
        assertThat(answer.body()).doesNotContain("9990000019");
    }

    @Test
    void brokenAndBottomlessJsonAreRefused() throws Exception {
        assertThat(send(asSchool(request("{\"subject\":"))).statusCode()).isEqualTo(400);
        assertThat(send(asSchool(request("[".repeat(5_000) + "]".repeat(5_000))))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyOverTheLimitIsRefusedUnread() throws Exception {
        String large = GOOD.replace("A worry", "A worry".repeat(200_000));

        assertThat(send(asSchool(request(large))).statusCode()).isEqualTo(413);
    }

    @Test
    void aReferralNeedsAnIdempotencyKey() throws Exception {
        HttpRequest.Builder keyless = HttpRequest.newBuilder(referrals)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(GOOD));

        assertThat(send(asSchool(keyless)).statusCode()).isEqualTo(400);
    }

    @Test
    void theSameKeyAtOnceHasOneEffectAndOneAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        JsonNode body = JSON.readTree(GOOD);
        List<PartnerClient.Answer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PartnerClient.Answer> sending = () -> school.post("/referrals", body, key);
            for (var answer : senders.invokeAll(java.util.Collections.nCopies(8, sending))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allMatch(it -> it.status() == 201);
        assertThat(answers.stream().map(it -> it.body().path("id").asString()).distinct())
                .hasSize(1);
        JsonNode other = JSON.readTree(GOOD.replace("for a test", "another"));
        assertThat(school.post("/referrals", other, key).status()).isEqualTo(422);
    }

    @Test
    void theInsideIsNotThereFromOutside() {
        assertThat(school.get("/internal/directory").status()).isEqualTo(404);
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(referrals)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder asSchool(HttpRequest.Builder request) {
        return withToken(request, school.token());
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        return JSON.readTree(answer.body())
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString())
                .toList();
    }
}
