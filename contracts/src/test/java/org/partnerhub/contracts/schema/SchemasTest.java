package org.partnerhub.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.Examples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

    private final Schemas schemas = Schemas.bundled();

    static List<String> examples() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleFitsItsSchema(String example) {
        assertThat(schemas.violations(Examples.schemaOf(example), Examples.read(example)))
                .isEmpty();
    }

    @Test
    void everySchemaHasAnExample() {
        assertThat(Examples.names().stream().map(Examples::schemaOf)).containsAll(Schemas.NAMES);
    }

    @Test
    void anUnknownFieldIsPointedAt() {
        assertThat(pointers(with(it -> it.withObject("/subject").put("favouriteColour", "green"))))
                .containsExactly("/subject/favouriteColour");
    }

    @Test
    void aMissingFieldIsPointedAt() {
        assertThat(pointers(with(it -> it.remove(List.of("reason"))))).containsExactly("/reason");
    }

    @Test
    void severalFaultsAreAllPointedAt() {
        assertThat(pointers(with(it -> {
                    it.put("urgency", "now");
                    it.withObject("/subject").put("birthDate", "2011-02-30");
                    it.withObject("/subject/name").put("family", 7);
                })))
                .containsExactlyInAnyOrder("/urgency", "/subject/birthDate", "/subject/name/family");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990001001", "999000100", "99900010O2", "999-000-1002", "", "9990001002\n"})
    void aWrongNhsNumberIsPointedAtAndNotRepeated(String number) {
        List<Violation> found = referral(with(it -> it.withObject("/subject").put("nhsNumber", number)));
        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.pointer()).isEqualTo("/subject/nhsNumber");
            assertThat(it.remedy()).contains("NHS number");
        });
        if (!number.isEmpty()) {
            assertThat(found.toString()).doesNotContain(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"A801200005001", "B80120000500", "b801200005001", "S801200005001"})
    void aWrongPupilNumberIsPointedAt(String number) {
        assertThat(pointers(with(it -> it.withObject("/subject").put("upn", number))))
                .containsExactly("/subject/upn");
    }

    @Test
    void whoHasNoNhsNumberNeedsAReason() {
        assertThat(pointers(with(it -> it.withObject("/subject").remove("nhsNumber"))))
                .containsExactly("/subject/nhsNumber");
        assertThat(pointers(with(it -> it.withObject("/subject").put("nhsNumberAbsent", "not-known"))))
                .containsExactly("/subject/nhsNumber");
    }

    @Test
    void aPersonIdStandsAlone() {
        assertThat(pointers(
                        with(it -> it.withObject("/subject").put("personId", "7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11"))))
                .contains("/subject/nhsNumber", "/subject/name");
    }

    @Test
    void competenceOfAYoungChildNeedsAnAssessor() {
        assertThat(pointers(with(it -> it.withObject("/consent/givenBy").remove("assessor"))))
                .containsExactly("/consent/givenBy/assessor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PE13 9CZ", "PE13", "pe13 9zz", "12345"})
    void aWrongPostcodeIsPointedAt(String postcode) {
        assertThat(pointers(with(it -> it.withObject("/subject/address").put("postcode", postcode))))
                .containsExactly("/subject/address/postcode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PE13 9ZZ", "CB1 2JW", "ZZ99 3VZ", "GIR 0AA", "PE139ZZ"})
    void aPostcodeAsItIsWrittenPasses(String postcode) {
        assertThat(pointers(with(it -> it.withObject("/subject/address").put("postcode", postcode))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud800b", "\udc00", "x\ud83d"})
    void textThatCannotBeKeptIsPointedAt(String text) {
        assertThat(pointers(with(it -> it.put("reason", text)))).containsExactly("/reason");
    }

    @Test
    void textInAnyScriptPasses() {
        assertThat(pointers(with(it -> it.put("reason", "Łucja, 陽, 🦆 and a\nnew line"))))
                .isEmpty();
    }

    @Test
    void blankTextIsNoReason() {
        assertThat(pointers(with(it -> it.put("reason", " \n ")))).containsExactly("/reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19", "2026-11-19T08:40:00", "2026-11-19T24:40:00Z", "2026-13-19T08:40:00Z", "now"})
    void aTimeWithoutOffsetOrThatDoesNotExistIsPointedAt(String time) {
        assertThat(pointers(with(it -> it.put("occurredAt", time)))).containsExactly("/occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"text\""})
    void aBodyThatIsNoObjectIsPointedAtAsAWhole(String body) {
        assertThat(pointers(JsonMapper.shared().readTree(body))).containsExactly("");
    }

    @Test
    void aRemedyNeverRepeatsWhatWasSent() {
        var found = referral(with(it -> {
            it.put("kind", "Mirabel");
            it.withObject("/subject").put("telephone", "Mirabel");
            it.withObject("/subject").put("authority", "Mirabel");
            it.withObject("/subject").put("birthDate", "Mirabel");
            it.withArray("/themes").add("Mirabel");
        }));
        assertThat(found).hasSize(5);
        assertThat(found.toString()).doesNotContain("Mirabel");
    }

    @Test
    void aHostileBodyGetsAShortAnswer() {
        var found = referral(with(it -> {
            for (int i = 0; i < 10_000; i++) {
                it.put("field" + i, i);
            }
        }));
        assertThat(found).hasSize(50);
    }

    private List<Violation> referral(JsonNode body) {
        return schemas.violations("referral", body);
    }

    private List<String> pointers(JsonNode body) {
        return referral(body).stream().map(Violation::pointer).toList();
    }

    private static ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode body = (ObjectNode) Examples.read("referral");
        change.accept(body);
        return body;
    }
}
