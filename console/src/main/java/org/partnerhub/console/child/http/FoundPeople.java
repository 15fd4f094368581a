package org.partnerhub.console.child.http;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.child.FoundChild;
import org.partnerhub.console.child.FoundChildren;
import tools.jackson.databind.JsonNode;

/** Reads referral-service's answer about who may be meant. */
final class FoundPeople {

    private FoundPeople() {}

    static FoundChildren read(JsonNode answer) {
        return new FoundChildren(
                answer.path("items").valueStream().map(FoundPeople::child).toList(),
                answer.path("more").asBoolean(false));
    }

    private static FoundChild child(JsonNode it) {
        String born = optional(it, "birthDate");
        return new FoundChild(
                it.path("person").asString(),
                name(it.path("name")),
                born == null ? null : LocalDate.parse(born),
                it.path("hasNhsNumber").asBoolean(false),
                it.path("protectedWhereabouts").asBoolean(true),
                optional(it, "authority"),
                optional(it, "schoolUrn"));
    }

    private static String name(JsonNode name) {
        return Stream.concat(name.path("given").valueStream(), Stream.of(name.path("family")))
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String optional(JsonNode it, String field) {
        JsonNode value = it.path(field);
        return value.isString() ? value.asString() : null;
    }
}
