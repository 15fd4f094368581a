package org.partnerhub.contracts.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.Examples;
import org.partnerhub.contracts.schema.Bundle;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DisclosureTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<String> examples() {
        return Examples.names().stream()
                .filter(it -> it.startsWith("disclosure"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRecordReadsAnExampleAndWritesTheSame(String example) {
        JsonNode published = Examples.read(example);
        Disclosure read = JSON.treeToValue(published, Disclosure.class);
        JsonNode written = JSON.readTree(JSON.writeValueAsString(read));
        assertThat(Schemas.bundled().violations("disclosure", written)).isEmpty();
        assertThat(JSON.treeToValue(written, Disclosure.class)).isEqualTo(read);
    }

    @Test
    void theRecordHasTheSchemasPropertiesAndNoOther() {
        assertThat(Bundle.file("disclosure").path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Disclosure.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void contentHasEveryCategoryAndNoOther() {
        List<String> codes =
                Arrays.stream(Category.values()).map(Category::code).toList();
        assertThat(Bundle.file("disclosure")
                        .at("/properties/content/properties")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(Bundle.file("definitions")
                        .at("/$defs/category/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(codes);
    }

    @Test
    void aWithdrawalHoldsNothingButWhatEnded() {
        ObjectNode withdrawal = (ObjectNode) Examples.read("disclosure-withdrawal");
        withdrawal.withObject("/content/voice").putArray("words").add("anything");
        assertThat(Schemas.bundled().violations("disclosure", withdrawal))
                .extracting(Violation::pointer)
                .containsExactly("/content");
    }

    @Test
    void itsTextShowsNothingOfTheFamily() {
        Disclosure disclosure = JSON.treeToValue(Examples.read("disclosure"), Disclosure.class);
        assertThat(disclosure.toString()).doesNotContain("Fenwick").doesNotContain("stomach");
    }
}
