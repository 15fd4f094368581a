package org.partnerhub.fhir.reception.http;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.MessageRefused;

/** Errors as BaRS words them. */
final class OperationOutcomes {

    private static final String CODES = "https://fhir.nhs.uk/CodeSystem/http-error-codes";

    private OperationOutcomes() {}

    static OperationOutcome of(MessageRefused refused) {
        OperationOutcome outcome = of(refused.code(), refused.issue(), refused.diagnostics());
        if (refused.expression() != null) {
            outcome.getIssueFirstRep().addExpression(refused.expression());
        }
        return outcome;
    }

    /**
     * One error.
     *
     * @param code with its prefix, such as {@code REC_NOT_FOUND}
     * @param issue FHIR's issue type
     */
    static OperationOutcome of(String code, String issue, String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.getMeta().addProfile(Bars.ukCore("OperationOutcome"));
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.fromCode(issue))
                .setDetails(new CodeableConcept(new Coding(CODES, code, null)))
                .setDiagnostics(diagnostics);
        return outcome;
    }

    /** What a status of HTTP is in BaRS's words, where nothing more is known. */
    static OperationOutcome ofStatus(int status, String diagnostics) {
        return switch (status) {
            case 400 -> of("REC_BAD_REQUEST", "invalid", diagnostics);
            case 401 -> of("SEND_UNAUTHORIZED", "security", diagnostics);
            case 403 -> of("SEND_FORBIDDEN", "forbidden", diagnostics);
            case 404 -> of("REC_NOT_FOUND", "not-found", diagnostics);
            case 405 -> of("REC_METHOD_NOT_ALLOWED", "not-supported", diagnostics);
            case 406 -> of("SEND_NOT_ACCEPTABLE", "processing", diagnostics);
            case 408, 504 -> of("REC_TIMEOUT", "timeout", diagnostics);
            case 409 -> of("REC_CONFLICT", "conflict", diagnostics);
            case 413 -> of("REC_BAD_REQUEST", "too-long", diagnostics);
            case 415 -> of("REC_UNSUPPORTED_MEDIA_TYPE", "not-supported", diagnostics);
            case 422 -> of("REC_UNPROCESSABLE_ENTITY", "business-rule", diagnostics);
            case 429 -> of("SEND_TOO_MANY_REQUESTS", "throttled", diagnostics);
            case 503 -> of("REC_SERVICE_UNAVAILABLE", "transient", diagnostics);
            default -> of("REC_SERVER_ERROR", "exception", diagnostics);
        };
    }
}
