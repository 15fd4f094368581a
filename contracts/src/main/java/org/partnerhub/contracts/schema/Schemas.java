package org.partnerhub.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schemas of the bodies, compiled once; safe for use by many threads. Formats are asserted, check digits too. Nothing
 * is ever fetched from a network.
 */
public final class Schemas {

    /** The bodies that have a schema: {@code schema/NAME.json} on the class path. */
    public static final List<String> NAMES = List.of(
            "referral",
            "consent",
            "consent-renewal",
            "consent-narrowing",
            "consent-search",
            "agreement",
            "agreement-change",
            "withdrawal",
            "response",
            "update",
            "cancellation",
            "finding",
            "admission",
            "stay-transfer",
            "stay-discharge",
            "stay-cancellation",
            "stay-leave",
            "stay-answer",
            "acknowledgement",
            "contribution",
            "record-reason",
            "disclosure",
            "partner-pause",
            "partner-onboarding",
            "onboarding-decision",
            "onboarding-client",
            "delivery-replay",
            "person-lookup",
            "person-merge",
            "person-reason",
            "person-search",
            "person-settlement",
            "person-whereabouts",
            "log-search",
            "log-export",
            "log-listing",
            "log-sample",
            "sample-finding",
            "breach-report",
            "rights-pack",
            "rights-piece",
            "rights-answer",
            "rights-extension",
            "rights-request",
            "override",
            "override-review",
            "release",
            "release-end",
            "explanation",
            "dry-run");

    /** Files that the bodies refer to. */
    private static final List<String> SHARED = List.of("definitions", "subject", "consent-terms", "answers");

    private static final String BASE = "https://partnerhub.example/schema/";

    /** Enough for an engineer to work through; a hostile body gets no longer answer. */
    private static final int MOST_VIOLATIONS = 50;

    private static final int LONGEST_NAME = 64;

    private static final class Bundled {
        private static final Schemas ALL = new Schemas();
    }

    private final Map<String, JsonNode> files = new TreeMap<>();
    private final Map<String, Schema> compiled = new TreeMap<>();
    private final SchemaRegistry answers;

    private Schemas() {
        Map<String, String> sources = new TreeMap<>();
        for (String name : concat(NAMES, SHARED)) {
            String source = source(name);
            sources.put(BASE + name + ".json", source);
            files.put(BASE + name + ".json", JsonMapper.shared().readTree(source));
        }
        SchemaRegistry registry = registry(sources);
        for (String name : NAMES) {
            Schema schema = registry.getSchema(SchemaLocation.of(BASE + name + ".json"));
            schema.initializeValidators();
            compiled.put(name, schema);
        }
        answers = registry;
    }

    /** The schemas in this jar, compiled at the first call (up to three seconds on busy cores). */
    public static Schemas bundled() {
        return Bundled.ALL;
    }

    /**
     * What is wrong with a body, a violation for each field at most; empty where it fits.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException where no body has that name
     */
    public List<Violation> violations(String name, JsonNode body) {
        Schema schema = compiled.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("There is no schema " + name + "; there are " + NAMES + ".");
        }
        List<Violation> unstorable = UnstorableText.in(body);
        return unstorable.isEmpty() ? violations(schema.validate(body)) : unstorable;
    }

    /**
     * What is wrong with an answer of the hub; for tests of services and of partners, not for the path of a request.
     *
     * @param name a definition in {@code schema/answers.json}, such as {@code referralReceived}
     */
    public List<Violation> answerViolations(String name, JsonNode answer) {
        return violations(answers.getSchema(SchemaLocation.of(BASE + "answers.json#/$defs/" + name))
                .validate(answer));
    }

    private List<Violation> violations(List<Error> errors) {
        Map<String, Violation> byField = new LinkedHashMap<>();
        for (Error error : errors) {
            if (isConsequence(error)) {
                continue;
            }
            Violation violation = new Violation(pointer(error), Remedies.of(error, title(error)));
            // a format says more than the pattern that fails beside it
            if ("format".equals(error.getKeyword())) {
                byField.put(violation.pointer(), violation);
            } else {
                byField.putIfAbsent(violation.pointer(), violation);
            }
        }
        return byField.values().stream().limit(MOST_VIOLATIONS).toList();
    }

    private static boolean isConsequence(Error error) {
        return switch (error.getKeyword()) {
            case "if", "then", "else", "allOf", "$ref" -> true;
            default -> false;
        };
    }

    private static String pointer(Error error) {
        JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
        String property = error.getProperty();
        return property == null || property.length() > LONGEST_NAME
                ? at.toString()
                : at.appendProperty(property).toString();
    }

    private String title(Error error) {
        SchemaLocation rule = error.getSchemaLocation();
        JsonNode file = files.get(rule.getAbsoluteIri().toString());
        if (file == null) {
            return "";
        }
        JsonPointer keyword = JsonPointer.compile(rule.getFragment().toString());
        return file.at(keyword.head()).path("title").asString("");
    }

    private static SchemaRegistry registry(Map<String, String> sources) {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(List.copyOf(Formats.all()))
                .build();
        SchemaRegistryConfig settings = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        return SchemaRegistry.withDialect(
                dialect, builder -> builder.schemas(sources).schemaRegistryConfig(settings));
    }

    private static String source(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schema/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("schema/" + name + ".json is not on the class path.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
