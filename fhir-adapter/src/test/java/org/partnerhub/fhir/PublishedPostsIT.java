package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** What the running service answers to every FHIR sample that others published, sent whole, beside what the table says it should. */
class PublishedPostsIT extends FhirAdapterIT {

    private static final String TABLE = "/published-posts.txt";
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    @Test
    @Tag("proof-fhir-posts")
    void eachIsAnsweredAsItShouldBe() {
        Path folder = PublishedData.folder();
        Map<String, String> expected = expected();
        expected.keySet().removeIf(it -> !Files.exists(folder.resolve(file(it))));
        siblingsTakeEverything();

        // the first look at a kind of resource may take longer than validating may, and is then taken without
        expected.keySet().forEach(it -> call(request(it, folder.resolve(file(it)))));
        Map<String, String> actual = new TreeMap<>();
        expected.keySet().forEach(it -> actual.put(it, outcome(it, folder.resolve(file(it)))));

        actual.forEach((sample, outcome) ->
                System.out.printf("%-50s expected %-50s %s%n", outcome, expected.get(sample), sample));
        System.out.printf(
                "proof fhir-posts: %d of %d published samples answered as expected%n",
                actual.entrySet().stream()
                        .filter(it -> it.getValue().equals(expected.get(it.getKey())))
                        .count(),
                actual.size());
        assertThat(actual).isNotEmpty().isEqualTo(expected);
    }

    private static String file(String sample) {
        return sample.substring(sample.indexOf(' ') + 1);
    }

    private static void siblingsTakeEverything() {
        SIBLINGS.stubFor(post(anyUrl()).willReturn(okJson("{}")));
        SIBLINGS.stubFor(post("/internal/stays/reports").willReturn(StayMessagesIT.stored()));
        SIBLINGS.stubFor(post("/referrals").willReturn(created().withBody("{\"id\":\"" + UUID.randomUUID() + "\"}")));
        SIBLINGS.stubFor(post("/consents").willReturn(created().withBody("{\"id\":\"" + UUID.randomUUID() + "\"}")));
    }

    /** Status, code and issue with the element; of what is taken also whether warnings or notes came along. */
    private String outcome(String sample, Path file) {
        long started = System.nanoTime();
        HttpResponse<String> answer = call(request(sample, file));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).as(sample).isLessThan(IN_TIME);
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() < 300) {
            return answer.statusCode() + " " + body.path("resourceType").asString();
        }
        assertThat(body.path("resourceType").asString()).as(sample).isEqualTo("OperationOutcome");
        JsonNode issue = body.path("issue").path(0);
        return (answer.statusCode() + " " + ReceivingIT.issue(answer) + " "
                        + issue.at("/expression/0").asString(""))
                .strip();
    }

    private HttpRequest.Builder request(String sample, Path file) {
        String type = file.toString().endsWith(".xml") ? "application/fhir+xml" : "application/fhir+json";
        String operation = sample.substring(0, sample.indexOf(' '));
        return request("/fhir/R4/" + operation)
                .header("Authorization", "Bearer " + everything())
                .header("Content-Type", type)
                .header("Accept", "application/fhir+json")
                .header("X-Request-Id", UUID.randomUUID().toString())
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .header("NHSD-Target-Identifier", target(Target.HUB))
                .method(operation.startsWith("Task/") ? "PUT" : "POST", BodyPublishers.ofByteArray(bytes(file)));
    }

    private static String everything() {
        return TestIssuer.shared()
                .partner("cpft", "fhir.message", "referral.write", "consent.write", "admission.notify")
                .signed();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Operation and file, by outcome, with two or more blanks between. */
    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        try (var table = Objects.requireNonNull(PublishedPostsIT.class.getResourceAsStream(TABLE));
                Stream<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            lines.filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> it.split(" {2,}", 2))
                    .forEach(it -> expected.put(it[1].strip(), it[0].strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return expected;
    }
}
