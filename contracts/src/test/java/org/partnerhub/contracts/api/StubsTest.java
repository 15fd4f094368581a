package org.partnerhub.contracts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.schema.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The WireMock stubs that partners test against answer as the hub promises to. */
class StubsTest {

    private static final Path FOLDER = Path.of("src/main/resources/wiremock/mappings");

    static List<Path> stubs() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void aStubAnswersAsPublished(Path file) {
        JsonNode stub = JsonMapper.shared().readTree(file.toFile());
        String answer = stub.at("/metadata/answer").asString();
        JsonNode body = stub.at("/response/jsonBody");
        var violations = answer.equals("disclosure")
                ? Schemas.bundled().violations(answer, body)
                : Schemas.bundled().answerViolations(answer, body);
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void aStubStandsForAnOperation(Path file) {
        JsonNode request = JsonMapper.shared().readTree(file.toFile()).path("request");
        if (request.path("method").asString().equals("ANY")) {
            return;
        }
        assertThat(ApiCatalogue.outside().operations())
                .anyMatch(it -> it.method().equals(request.path("method").asString()) && matches(it, request));
    }

    private static boolean matches(ApiOperation operation, JsonNode request) {
        String path =
                request.path("urlPath").asString(request.path("urlPathPattern").asString(""));
        String sample = path.replace("[0-9a-f-]{36}", "00000000-0000-0000-0000-000000000000");
        return Pattern.matches(operation.path().replaceAll("\\{[^}]*}", "[0-9a-f-]{36}"), sample);
    }
}
