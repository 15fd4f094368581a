package org.partnerhub.contracts.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file under schema/, and any definition in them, for tests of what is no request body. */
public final class Bundle {

    private static final Path FOLDER = Path.of("src/main/resources/schema");
    private static final String BASE = "https://partnerhub.example/schema/";
    private static final SchemaRegistry REGISTRY = registry();

    private Bundle() {}

    public static Schema definition(String file, String name) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + file + ".json#/$defs/" + name));
    }

    public static JsonNode file(String name) {
        return JsonMapper.shared().readTree(FOLDER.resolve(name + ".json").toFile());
    }

    private static SchemaRegistry registry() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(Formats.all())
                .build();
        var settings =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDialect(
                dialect, builder -> builder.schemas(sources()).schemaRegistryConfig(settings));
    }

    private static Map<String, String> sources() {
        try (var files = Files.list(FOLDER)) {
            return files.collect(Collectors.toMap(it -> BASE + it.getFileName(), Bundle::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
