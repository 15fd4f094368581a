package org.partnerhub.contracts.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published documents by their paths, as the gateway serves them under /docs/, and the references among them. */
final class Documents {

    private final Map<String, JsonNode> read = new HashMap<>();

    JsonNode at(String path) {
        return read.computeIfAbsent(path, Documents::parse);
    }

    /** Every reference that can be reached from a document and leads nowhere. */
    List<String> broken(String start) {
        List<String> broken = new ArrayList<>();
        List<String> seen = new ArrayList<>(List.of(start));
        for (int next = 0; next < seen.size(); next++) {
            String document = seen.get(next);
            for (String reference : references(at(document))) {
                String file = file(document, reference);
                if (!resolves(file, reference)) {
                    broken.add(document + " -> " + reference);
                } else if (!seen.contains(file)) {
                    seen.add(file);
                }
            }
        }
        return broken;
    }

    private boolean resolves(String file, String reference) {
        if (Documents.class.getResource(file) == null) {
            return false;
        }
        int fragment = reference.indexOf('#');
        return fragment < 0
                || !at(file).at(JsonPointer.compile(reference.substring(fragment + 1)))
                        .isMissingNode();
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        node.properties().forEach(field -> {
            boolean reference = field.getKey().equals("$ref") || field.getKey().equals("externalValue");
            if (reference && field.getValue().isString()) {
                found.add(field.getValue().asString());
            }
        });
        node.forEach(child -> found.addAll(references(child)));
        return found;
    }

    private static String file(String document, String reference) {
        String target = reference.contains("#") ? reference.substring(0, reference.indexOf('#')) : reference;
        return target.isEmpty()
                ? document
                : java.net.URI.create(document).resolve(target).toString();
    }

    private static JsonNode parse(String path) {
        try (InputStream file = Objects.requireNonNull(Documents.class.getResourceAsStream(path), path)) {
            return new YAMLMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
