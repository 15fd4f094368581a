package org.partnerhub.fhir.referral.incoming;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.Reasons;
import org.partnerhub.fhir.referral.TaskChange;

/** A ServiceRequest that its sender sent back changed: taken back, or with words added. */
public final class ServiceRequestReading {

    /** FHIR's own extension; R4 has no element for it. */
    public static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    private ServiceRequestReading() {}

    /**
     * What the ServiceRequest asks for.
     *
     * @param present as the hub has it now
     * @throws MessageRefused where a sender may not ask for it in this way
     */
    public static TaskChange change(ServiceRequest request, ServiceRequest present) {
        return switch (request.getStatus()) {
            case REVOKED -> new TaskChange.Cancellation(requiredReason(request), false);
            case ENTEREDINERROR -> new TaskChange.Cancellation("entered-in-error", true);
            case null ->
                throw MessageRefused.invalid("Say the status that the ServiceRequest shall have.")
                        .at("ServiceRequest.status");
            case DRAFT, ACTIVE, ONHOLD, COMPLETED, UNKNOWN, NULL -> words(request, present);
        };
    }

    private static TaskChange words(ServiceRequest request, ServiceRequest present) {
        if (request.getStatus() != present.getStatus()) {
            throw MessageRefused.conflict(
                            "Whoever sent it may only set it to revoked or entered-in-error; the rest follows"
                                    + " from its Tasks.")
                    .at("ServiceRequest.status");
        }
        String words = request.getNoteFirstRep().getText();
        return words == null || words.isBlank() ? new TaskChange.Nothing() : new TaskChange.Words(words);
    }

    private static String requiredReason(ServiceRequest request) {
        return request.getExtensionsByUrl(STATUS_REASON).stream()
                .map(ServiceRequestReading::reason)
                .filter(reason -> reason != null)
                .findFirst()
                .orElseThrow(() -> MessageRefused.unprocessable(
                        "ServiceRequest.extension('" + STATUS_REASON + "')", "Say why it is revoked, with a code."));
    }

    private static @Nullable String reason(Extension extension) {
        return extension.getValue() instanceof CodeableConcept concept
                ? concept.getCoding().stream()
                        .flatMap(coding -> Reasons.hub(coding).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
