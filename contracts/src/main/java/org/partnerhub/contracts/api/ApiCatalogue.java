package org.partnerhub.contracts.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every path of the hub with its owner, scope and tenancy rule, read from the OpenAPI files. The gateway routes by it and every
 * service authorises by it, so a path that is not written there is answered by nobody.
 */
public final class ApiCatalogue {

    /** What partners and officers call through the gateway. */
    public static final String OUTSIDE = "/openapi/partner-hub.yaml";

    /** What the services call among themselves. */
    public static final String INSIDE = "/openapi/internal.yaml";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<ApiOperation> operations;

    private ApiCatalogue(List<ApiOperation> operations) {
        this.operations = List.copyOf(operations);
    }

    public static ApiCatalogue outside() {
        return new ApiCatalogue(read(OUTSIDE));
    }

    public static ApiCatalogue inside() {
        return new ApiCatalogue(read(INSIDE));
    }

    public List<ApiOperation> operations() {
        return operations;
    }

    public List<ApiOperation> ownedBy(String service) {
        return operations.stream().filter(it -> it.owner().equals(service)).toList();
    }

    private static List<ApiOperation> read(String resource) {
        try (InputStream file = ApiCatalogue.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not on the class path.");
            }
            return operations(new YAMLMapper().readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ApiOperation> operations(JsonNode api) {
        List<ApiOperation> found = new ArrayList<>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    found.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return found;
    }

    private static ApiOperation operation(String path, String method, JsonNode operation) {
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                required(operation, "x-owner", path),
                scopes(operation.get("security"), path),
                required(operation, "x-tenancy", path),
                operation.path("x-most-bytes").asInt(0));
    }

    private static Set<String> scopes(@Nullable JsonNode security, String path) {
        if (security == null) {
            throw new IllegalStateException(path + " must say its security; an open path says 'security: []'.");
        }
        Set<String> scopes = new HashSet<>();
        for (JsonNode alternative : security) {
            for (var scheme : alternative.properties()) {
                scheme.getValue().forEach(scope -> scopes.add(scope.asString()));
            }
        }
        return scopes;
    }

    private static String required(JsonNode operation, String field, String path) {
        JsonNode value = operation.get(field);
        if (value == null) {
            throw new IllegalStateException(path + " must say its " + field + ".");
        }
        return value.asString();
    }
}
