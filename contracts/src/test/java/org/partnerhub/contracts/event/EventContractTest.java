package org.partnerhub.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.schema.Bundle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Code, AsyncAPI and JSON Schema of the events say the same, both ways. */
class EventContractTest {

    private static final JsonNode API = api();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an event's leaf may be: none of these can hold a name, a number or a word of anybody. */
    private static final Set<String> IMPERSONAL = Set.of(
            "definitions.json#/$defs/id",
            "definitions.json#/$defs/code",
            "definitions.json#/$defs/category",
            "definitions.json#/$defs/instant",
            "#/$defs/source",
            "#/$defs/attempt",
            "#/$defs/count",
            "#/$defs/hash",
            "#/$defs/outcome");

    static Stream<HubEvent> events() {
        return EventSamples.all();
    }

    @Test
    void everyEventTypeHasAChannelAndEveryChannelAType() {
        var addresses =
                API.path("channels").valueStream().map(it -> it.path("address").asString());
        var types = Arrays.stream(EventType.values()).map(EventType::routingKey);
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(types.toList());
    }

    @Test
    void everyEventClassHasOneType() {
        List<Class<?>> bodies =
                Stream.of(HubEvent.class.getPermittedSubclasses()).collect(Collectors.toList());
        assertThat(Arrays.stream(EventType.values()).map(EventType::body))
                .hasSameElementsAs(
                        bodies.stream().map(it -> it.asSubclass(HubEvent.class)).toList());
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(events().map(EventType::of)).contains(EventType.values());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theExchangeIsTheBrokers(EventType type) {
        assertThat(channel(type).at("/bindings/amqp/exchange/name").asString()).isEqualTo(Broker.EXCHANGE);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theChannelCarriesTheMessageOfTheClass(EventType type) {
        String name = type.body().getSimpleName();
        JsonNode message = API.path("components").path("messages").path(name);
        assertThat(channel(type).path("messages").propertyNames()).containsExactly(name);
        assertThat(message.path("name").asString()).isEqualTo(type.routingKey());
        assertThat(message.at("/payload/$ref").asString()).isEqualTo("../schema/events.json#/$defs/" + name);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theClassHasTheSchemasPropertiesAndNoOther(EventType type) {
        assertSameProperties(type.body());
    }

    @Test
    void aHoldingHasTheSchemasPropertiesAndNoOther() {
        assertSameProperties(HubEvent.Holding.class);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theExamplesFitAndBind(EventType type) {
        JsonNode message =
                API.path("components").path("messages").path(type.body().getSimpleName());
        assertThat(message.path("examples")).isNotEmpty();
        for (JsonNode example : message.path("examples")) {
            assertThat(Bundle.definition("events", type.body().getSimpleName()).validate(example.path("payload")))
                    .isEmpty();
            assertThat(JSON.treeToValue(example.path("payload"), type.body())).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theJsonOfAnEventFitsAndComesBack(HubEvent event) {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(event));
        assertThat(Bundle.definition("events", event.getClass().getSimpleName()).validate(json))
                .isEmpty();
        assertThat(JSON.treeToValue(json, EventType.of(event).body())).isEqualTo(event);
    }

    @Test
    void noEventCanCarryPersonalData() {
        JsonNode definitions = Bundle.file("events").path("$defs");
        definitions.properties().stream()
                .filter(it -> it.getValue().has("properties"))
                .forEach(event -> event.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> assertThat(leaf(definitions, field.getValue()))
                                .as(event.getKey() + "." + field.getKey())
                                .isIn(IMPERSONAL)));
    }

    private static String leaf(JsonNode definitions, JsonNode schema) {
        JsonNode element = schema.path("type").asString("").equals("array") ? schema.path("items") : schema;
        String reference = element.path("$ref").asString("");
        boolean holding = reference.equals("#/$defs/Holding")
                && definitions.path("Holding").has("properties");
        return holding ? "definitions.json#/$defs/id" : reference;
    }

    private static void assertSameProperties(Class<?> record) {
        JsonNode schema = Bundle.file("events").path("$defs").path(record.getSimpleName());
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .filter(it ->
                                !it.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class))
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static JsonNode channel(EventType type) {
        return API.path("channels")
                .valueStream()
                .filter(it -> it.path("address").asString().equals(type.routingKey()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode api() {
        try (InputStream file = EventContractTest.class.getResourceAsStream("/asyncapi/hub-events.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
