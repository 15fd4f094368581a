package org.partnerhub.fhir.message.incoming;

import java.util.Arrays;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.partnerhub.fhir.message.Bars;

/**
 * What a sender says of an NHS number. Source: UK Core's extension NHSNumberVerificationStatus; its older vocabulary has the same codes 01 to 08
 * under another address, and both are read.
 */
enum VerificationStatus {
    VERIFIED("01"),
    NOT_TRACED("02"),
    TRACE_REQUIRED("03"),
    NO_OR_MULTIPLE_MATCH("04"),
    TO_BE_RESOLVED("05"),
    TRACE_IN_PROGRESS("06"),
    NOT_REQUIRED("07"),
    POSTPONED("08"),
    UNSAID("");

    private final String code;

    VerificationStatus(String code) {
        this.code = code;
    }

    static VerificationStatus of(Identifier number) {
        Extension said = number.getExtensionByUrl(Bars.NHS_NUMBER_STATUS);
        if (said == null || !(said.getValue() instanceof CodeableConcept concept)) {
            return UNSAID;
        }
        return concept.getCoding().stream()
                .map(Coding::getCode)
                .flatMap(code -> Arrays.stream(values()).filter(it -> it != UNSAID && it.code.equals(code)))
                .findFirst()
                .orElse(UNSAID);
    }

    /** Traced, or simply not yet: then the check digit vouches for it. Not where a trace was tried and found nobody, or several. */
    boolean mayBeMatchedBy() {
        return this != NO_OR_MULTIPLE_MATCH && this != TO_BE_RESOLVED;
    }
}
