package org.partnerhub.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.partnerhub.contracts.api.ApiCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The outside API as the documentation page needs it: examples in place, tokens from where the page may ask. */
final class ApiDocument {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String TOKEN_POINTER = "/components/securitySchemes/hub/flows/clientCredentials";

    private ApiDocument() {}

    /** The document as YAML; read it once. */
    static String forPage(String tokenUrl) {
        JsonNode api = read(ApiCatalogue.OUTSIDE);
        if (api.at(TOKEN_POINTER) instanceof ObjectNode flow) {
            flow.put("tokenUrl", tokenUrl);
        }
        if (api instanceof ObjectNode document) {
            // the page shows a warning for a dialect that it takes for unusual; it is the one that OpenAPI 3.1 means
            document.remove("jsonSchemaDialect");
        }
        api.path("paths").properties().forEach(path -> group(path.getKey(), path.getValue()));
        putExamplesInPlace(api);
        return YAML.writeValueAsString(api);
    }

    /** By the noun that the path begins with. */
    private static void group(String path, JsonNode operations) {
        for (JsonNode operation : operations) {
            if (operation instanceof ObjectNode described && described.get("tags") == null) {
                described.putArray("tags").add(path.split("/", -1)[1]);
            }
        }
    }

    private static void putExamplesInPlace(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("externalValue") != null) {
            String file = object.get("externalValue").asString();
            object.remove("externalValue");
            object.set("value", read("/examples/" + file.substring(file.lastIndexOf('/') + 1)));
        } else {
            node.forEach(ApiDocument::putExamplesInPlace);
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream file = ApiCatalogue.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not on the class path.");
            }
            return YAML.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
