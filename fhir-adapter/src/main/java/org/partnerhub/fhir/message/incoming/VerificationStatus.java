package org.partnerhub.fhir.message.incoming;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.partnerhub.fhir.message.Bars;

/**
 * What a sender says of an NHS number. Source: UK Core's extension NHSNumberVerificationStatus, in the codes 01 to 08 of its present vocabulary and in the
 * words of its older one (CodeSystem UKCore-NHSNumberVerificationStatus). Published messages mix them, so neither's address is asked for.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets come from Set.of
enum VerificationStatus {
    VERIFIED("01", "number-present-and-verified", "number-present-and-traced-using-welsh-nhs-ar"),
    NOT_TRACED("02", "number-present-but-not-traced"),
    TRACE_REQUIRED("03", "trace-required"),
    NO_OR_MULTIPLE_MATCH("04", "trace-attempted"),
    TO_BE_RESOLVED("05", "trace-needs-to-be-resolved"),
    TRACE_IN_PROGRESS("06", "trace-in-progress"),
    NOT_REQUIRED("07", "number-not-present-and-trace-not-required"),
    POSTPONED("08", "trace-postponed"),
    UNSAID();

    private final Set<String> codes;

    VerificationStatus(String... codes) {
        this.codes = Set.of(codes);
    }

    static VerificationStatus of(Identifier number) {
        Extension said = number.getExtensionByUrl(Bars.NHS_NUMBER_STATUS);
        if (said == null || !(said.getValue() instanceof CodeableConcept concept)) {
            return UNSAID;
        }
        return concept.getCoding().stream()
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .flatMap(code -> Arrays.stream(values()).filter(it -> it.codes.contains(code)))
                .findFirst()
                .orElse(UNSAID);
    }

    /** Traced, or simply not yet: then the check digit vouches for it. Not where a trace was tried and found nobody, or several. */
    boolean mayBeMatchedBy() {
        return this != NO_OR_MULTIPLE_MATCH && this != TO_BE_RESOLVED;
    }
}
