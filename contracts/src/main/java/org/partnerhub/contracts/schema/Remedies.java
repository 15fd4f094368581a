package org.partnerhub.contracts.schema;

import com.networknt.schema.Error;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What to write instead: made from the schema alone, so that a remedy can never repeat what was sent. */
final class Remedies {

    private Remedies() {}

    /**
     * One sentence for one error.
     *
     * @param title of the schema that the value does not fit; empty where it has none
     */
    static String of(Error error, String title) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> "This field is required.";
            case "additionalProperties", "unevaluatedProperties" -> "There is no such field; remove it.";
            case "properties", "false" -> "This field does not go with the others; remove it.";
            case "type" -> "Write " + type(rule) + " here.";
            case "enum" -> "Write one of: " + values(rule) + ".";
            case "format" -> format(rule);
            case "minLength" -> "Write at least " + text(rule) + " characters.";
            case "maxLength" -> "Write at most " + text(rule) + " characters.";
            case "minItems" -> "Give at least " + text(rule) + " of these.";
            case "maxItems" -> "Give at most " + text(rule) + " of these.";
            case "uniqueItems" -> "Give each of these once.";
            case "minProperties" -> "Give at least one of the fields of this object.";
            default -> title.isEmpty() ? "This does not fit the schema." : "Expected here: " + title + ".";
        };
    }

    private static String type(JsonNode rule) {
        return switch (text(rule)) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "boolean" -> "true or false, without quotes,";
            case "integer", "number" -> "a number, without quotes,";
            default -> "text in quotes";
        };
    }

    private static String format(JsonNode rule) {
        return switch (text(rule)) {
            case "nhs-number" -> "Write an NHS number: ten digits whose last is the right check digit.";
            case "upn" -> "Write a unique pupil number: its check letter and twelve digits.";
            case "date" -> "Write a day that exists, as year-month-day: 2026-11-30.";
            case "date-time" -> "Write a time with its offset: 2026-11-30T09:15:00Z.";
            case "uuid" -> "Write an id that the hub gave, as a UUID.";
            default -> "This does not fit its format.";
        };
    }

    private static String values(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(Remedies::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode rule) {
        return rule.asString("");
    }
}
