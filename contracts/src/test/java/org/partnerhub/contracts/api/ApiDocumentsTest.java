package org.partnerhub.contracts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.Examples;
import org.partnerhub.contracts.schema.Schemas;
import tools.jackson.databind.JsonNode;

class ApiDocumentsTest {

    private static final Documents DOCUMENTS = new Documents();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OWNERS =
            Set.of("referral-service", "consent-service", "notification-service", "fhir-adapter", "console");

    /** One operation with where it stands. */
    record Operation(String document, String path, String method, JsonNode says) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return Stream.of(ApiCatalogue.OUTSIDE, ApiCatalogue.INSIDE)
                .flatMap(document -> DOCUMENTS.at(document).path("paths").properties().stream()
                        .flatMap(path -> path.getValue().properties().stream()
                                .filter(it -> METHODS.contains(it.getKey()))
                                .map(it -> new Operation(document, path.getKey(), it.getKey(), it.getValue()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/partner-hub.yaml", "/openapi/internal.yaml", "/asyncapi/hub-events.yaml"})
    void everyReferenceLeadsSomewhere(String document) {
        assertThat(DOCUMENTS.broken(document)).isEmpty();
    }

    @Test
    void everySchemaIsSelfContainedInItsFolder() {
        assertThat(Stream.concat(Schemas.NAMES.stream(), Stream.of("answers", "internal", "events"))
                        .flatMap(it -> DOCUMENTS.broken("/schema/" + it + ".json").stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationSaysOwnerScopeAndTenancy(Operation operation) {
        assertThat(operation.says().path("x-owner").asString()).isIn(OWNERS);
        assertThat(operation.says().path("x-tenancy").asString()).isNotBlank();
        Set<String> scopes = scopes(operation);
        assertThat(scopes).isNotEmpty();
        assertThat(declaredScopes(operation.document())).containsAll(scopes);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationAnswersProblems(Operation operation) {
        JsonNode responses = operation.says().path("responses");
        assertThat(responses.propertyNames()).contains("401", "403", "503");
        assertThat(responses.propertyNames()).anyMatch(it -> it.startsWith("2"));
        boolean outside = operation.document().equals(ApiCatalogue.OUTSIDE);
        assertThat(!outside || (responses.has("429") && responses.has("504"))).isTrue();
        responses.properties().stream()
                .filter(it -> !it.getKey().startsWith("2"))
                .forEach(it -> assertThat(problem(operation, it.getValue())).isTrue());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aBodyIsBoundedAndMayBeWrong(Operation operation) {
        if (operation.says().has("requestBody")) {
            assertThat(operation.says().path("responses").propertyNames()).contains("400", "413");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyVariableOfAPathIsAParameter(Operation operation) {
        Set<String> parameters = new HashSet<>();
        operation.says().path("parameters").forEach(it -> {
            JsonNode parameter = resolved(operation.document(), it);
            if (parameter.path("in").asString().equals("path")) {
                parameters.add("{" + parameter.path("name").asString() + "}");
            }
        });
        assertThat(parameters)
                .containsExactlyInAnyOrderElementsOf(Stream.of(operation.path().split("/"))
                        .filter(it -> it.startsWith("{"))
                        .toList());
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(operations().map(it -> it.says().path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/partner-hub.yaml", "/openapi/internal.yaml"})
    void everyScopeThatIsDeclaredLetsSomethingIn(String document) {
        assertThat(operations().filter(it -> it.document().equals(document)).flatMap(it -> scopes(it).stream()))
                .containsAll(declaredScopes(document));
    }

    @Test
    void theCatalogueKnowsEveryOperation() {
        int catalogued = ApiCatalogue.outside().operations().size()
                + ApiCatalogue.inside().operations().size();
        assertThat(operations()).hasSize(catalogued);
    }

    @Test
    void nothingInsideIsListedOutside() {
        assertThat(ApiCatalogue.outside().operations())
                .noneMatch(it -> it.path().startsWith("/internal"));
        assertThat(ApiCatalogue.inside().operations()).allMatch(it -> it.path().startsWith("/internal/"));
    }

    @Test
    void everyExampleIsShownSomewhere() {
        String shown = DOCUMENTS.at(ApiCatalogue.OUTSIDE).toString()
                + DOCUMENTS.at(ApiCatalogue.INSIDE).toString();
        List<String> sent = Examples.names().stream()
                .filter(it -> !it.startsWith("disclosure"))
                .toList();
        assertThat(sent).allMatch(it -> shown.contains("/examples/" + it + ".json"));
    }

    @Test
    void noExampleHasAnNhsNumberOutsideTheTestRange() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/examples"))) {
            assertThat(files.map(ApiDocumentsTest::text))
                    .allSatisfy(it -> assertThat(it).doesNotContainPattern("\"nhsNumber\": \"(?!999)"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean problem(Operation operation, JsonNode response) {
        JsonNode content = resolved(operation.document(), response).path("content");
        return operation.path().startsWith("/fhir")
                ? content.has("application/fhir+json")
                : content.at("/application~1problem+json/schema/$ref")
                        .asString("")
                        .endsWith("#/$defs/problem");
    }

    private static JsonNode resolved(String document, JsonNode node) {
        return node.has("$ref")
                ? DOCUMENTS.at(document).at(node.path("$ref").asString().substring(1))
                : node;
    }

    private static Set<String> scopes(Operation operation) {
        Set<String> scopes = new HashSet<>();
        operation.says().path("security").forEach(it -> it.path("hub").forEach(scope -> scopes.add(scope.asString())));
        return scopes;
    }

    private static Set<String> declaredScopes(String document) {
        return new HashSet<>(
                DOCUMENTS
                        .at(document)
                        .at("/components/securitySchemes/hub/flows/clientCredentials/scopes")
                        .properties()
                        .stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
