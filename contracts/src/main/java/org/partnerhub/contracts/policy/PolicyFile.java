package org.partnerhub.contracts.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One policy file as it was read.
 *
 * @param name such as {@code purposes}
 * @param content its values
 * @param version lower-case hex SHA-256 of its bytes: two files of the same version say the same
 * @param lines where each value stands, counted from 1
 */
public record PolicyFile(String name, JsonNode content, String version, Map<JsonPointer, Integer> lines) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public PolicyFile {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads {@code NAME.yml} from the folder where one is given ({@code hub.policy.folder}), otherwise the one in this jar.
     *
     * @throws PolicyUnusable where it is missing, empty or not YAML
     */
    public static PolicyFile read(String name, @Nullable Path folder) {
        return of(name, folder == null ? bundled(name) : inFolder(name, folder));
    }

    /**
     * Reads the text of a policy file.
     *
     * @throws PolicyUnusable where it is empty or not YAML
     */
    static PolicyFile of(String name, byte[] bytes) {
        try {
            JsonNode content = YAML.readTree(bytes);
            if (!content.isContainer()) {
                throw unusable(name, 0, "The file is empty; write its rules or remove the setting that names it.");
            }
            return new PolicyFile(name, content, hash(bytes), PolicyLines.of(YAML.createParser(bytes)));
        } catch (JacksonException notYaml) {
            throw unusable(name, line(notYaml), "This is not YAML, or says the same name twice. " + cause(notYaml));
        }
    }

    /**
     * The content as a record.
     *
     * @throws PolicyUnusable naming the line of the value that does not fit
     */
    public <T> T as(Class<T> type) {
        try {
            return YAML.treeToValue(content, type);
        } catch (DatabindException unfit) {
            throw new PolicyUnusable(List.of(problem(pointer(unfit), cause(unfit))));
        }
    }

    /** What is wrong at a value, with the line that it stands on; a service reports its own rules so. */
    public PolicyProblem problem(JsonPointer value, String remedy) {
        return new PolicyProblem(fileName(name), line(value), remedy);
    }

    private int line(JsonPointer value) {
        for (JsonPointer at = value; at != null; at = at.head()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    private static JsonPointer pointer(DatabindException unfit) {
        JsonPointer pointer = JsonPointer.empty();
        for (JacksonException.Reference step : unfit.getPath()) {
            pointer = step.getPropertyName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getPropertyName());
        }
        return pointer;
    }

    private static String cause(JacksonException unusable) {
        return unusable.getOriginalMessage();
    }

    private static int line(JacksonException notYaml) {
        return notYaml.getLocation() == null
                ? 0
                : Math.max(0, notYaml.getLocation().getLineNr());
    }

    private static byte[] bundled(String name) {
        try (InputStream file = PolicyFile.class.getResourceAsStream("/policy/" + name + ".yml")) {
            if (file == null) {
                throw unusable(name, 0, "The file is not in the contracts jar; set hub.policy.folder.");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] inFolder(String name, Path folder) {
        try {
            return Files.readAllBytes(folder.resolve(name + ".yml"));
        } catch (IOException unreadable) {
            throw unusable(name, 0, "The file cannot be read in the folder that hub.policy.folder names.");
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }

    private static PolicyUnusable unusable(String name, int line, String remedy) {
        return new PolicyUnusable(List.of(new PolicyProblem(fileName(name), line, remedy)));
    }

    private static String fileName(String name) {
        return "policy/" + name + ".yml";
    }
}
