package org.partnerhub.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.partnerhub.contracts.schema.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published examples: {@code examples/SCHEMA.json} or {@code examples/SCHEMA-CASE.json}. */
public final class Examples {

    private static final Path FOLDER = Path.of("src/main/resources/examples");

    private Examples() {}

    public static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> Schemas.NAMES.stream().anyMatch(it::startsWith))
                    .map(it -> it.replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonNode read(String name) {
        return JsonMapper.shared().readTree(FOLDER.resolve(name + ".json").toFile());
    }

    public static String schemaOf(String name) {
        return Schemas.NAMES.stream()
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
