package org.partnerhub.fhir.message.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a category's values as JSON gave it: read by name, never trusted to have a shape. */
final class Part {

    private final @Nullable Object value;

    private Part(@Nullable Object value) {
        this.value = value;
    }

    static Part of(@Nullable Object value) {
        return new Part(value);
    }

    Part at(String name) {
        return new Part(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    boolean isPresent() {
        return value != null;
    }

    /** The values of a list; of anything else the thing itself, of nothing none. */
    List<Part> each() {
        if (value instanceof List<?> list) {
            return list.stream().map(Part::new).toList();
        }
        return value == null ? List.of() : List.of(this);
    }

    /** The text of a plain value; empty for lists, objects and blank text. */
    Optional<String> text() {
        return switch (value) {
            case String text when !text.isBlank() -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case Boolean flag -> Optional.of(flag.toString());
            case null, default -> Optional.empty();
        };
    }

    Optional<String> text(String name) {
        return at(name).text();
    }

    List<String> texts() {
        return each().stream().map(Part::text).flatMap(Optional::stream).toList();
    }

    Optional<LocalDate> date() {
        return text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    Optional<Instant> instant() {
        return text().flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** The same without the named members; nothing where none is left. */
    Part without(Set<String> names) {
        if (!(value instanceof Map<?, ?> map)) {
            return this;
        }
        Map<Object, Object> rest = new LinkedHashMap<>(map);
        rest.keySet().removeAll(names);
        return of(rest.isEmpty() ? null : rest);
    }

    /** Everything in it as lines of {@code name: value}, so that what has no element of its own is not lost. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        collect("", lines);
        return lines;
    }

    private void collect(String name, List<String> lines) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, member) -> of(member).collect(name.isEmpty() ? "" + key : name + " " + key, lines));
            case List<?> list -> list.forEach(member -> of(member).collect(name, lines));
            case null -> {}
            default -> text().ifPresent(text -> lines.add(name.isEmpty() ? text : name + ": " + text));
        }
    }

    @Override
    public String toString() {
        return "Part[hidden]";
    }
}
