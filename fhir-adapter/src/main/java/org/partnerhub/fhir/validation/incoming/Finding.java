package org.partnerhub.fhir.validation.incoming;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the validator says, without its own words: these quote what was sent.
 *
 * @param element FHIRPath of what it is about
 * @param rule the validator's name of the rule, or the invariant's address
 */
record Finding(String element, String rule) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_:/.#-]{1,200}");

    static Finding of(SingleValidationMessage message) {
        String place = Objects.requireNonNullElse(message.getLocationString(), "Bundle");
        String rule = Objects.requireNonNullElse(message.getMessageId(), "unnamed");
        return new Finding(
                COMMENT.matcher(place).replaceAll(""), SAFE.matcher(rule).matches() ? rule : "unnamed");
    }

    /** Whether it is about a code. National code systems are not loaded, and published messages use them where R4 has its own. */
    boolean isTerminology() {
        return rule.startsWith("Terminology_");
    }

    String words() {
        return element + " does not hold to the rule " + rule + ".";
    }
}
