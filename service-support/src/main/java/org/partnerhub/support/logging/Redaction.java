package org.partnerhub.support.logging;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * A last net under the rule that nothing personal is logged: whatever looks like an NHS number, a date of birth, a postcode,
 * an address of mail or a token is masked in every value of a log line.
 */
public final class Redaction implements StructuredLoggingJsonMembersCustomizer<Object> {

    private record Mask(Pattern pattern, String replacement) {
        Mask(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private static final List<Mask> MASKS = List.of(
            new Mask("(?<![\\w-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![\\w-])", "[number]"),
            new Mask("(?<![\\w-])(19|20)\\d\\d-\\d\\d-\\d\\d(?![\\wT-])", "[date]"),
            new Mask("(?<![\\w/])\\d\\d/\\d\\d/(19|20)\\d\\d(?!\\w)", "[date]"),
            new Mask("(?<![\\w-])[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}(?![\\w-])", "[postcode]"),
            new Mask("[\\w.+-]+@[\\w-]+\\.[\\w.-]+", "[address]"),
            new Mask("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", "[token]"));

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, text -> text == null ? null : masked(text)));
    }

    /** The text with everything personal-looking masked. */
    public static String masked(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
        }
        return masked;
    }
}
