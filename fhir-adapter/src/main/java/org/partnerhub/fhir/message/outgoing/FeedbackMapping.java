package org.partnerhub.fhir.message.outgoing;

import java.util.UUID;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;

/** What became of a partner's own referral, as a BaRS servicerequest-response: state and reason codes, nothing about treatment. */
final class FeedbackMapping {

    private FeedbackMapping() {}

    static MessageHeader header(
            Target target, Reference sender, Reference receiver, @Nullable String answers, UUID delivery) {
        MessageHeader header = MessageHeaderMapping.header(
                MessageHeaderMapping.bars(Bars.RESPONSE_EVENT), "new", target, sender, receiver);
        header.setDefinition(Bars.definition(Bars.RESPONSE_EVENT));
        // a response must name what it answers; a referral that came as JSON has no message, so the delivery names
        // itself
        header.getResponse()
                .setIdentifier(answers == null ? delivery.toString() : answers)
                .setCode(MessageHeader.ResponseType.OK);
        return header;
    }

    static Reference addTo(Entries entries, Disclosure disclosure) {
        Part state = Part.of(disclosure.content().get(Category.REFERRAL));
        ServiceRequest request = new ServiceRequest();
        request.addIdentifier().setSystem(Hub.REFERRAL).setValue(ServiceRequestMapping.reference(disclosure));
        request.setStatus(status(state.text("state").orElse("")));
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.addCategory(ServiceRequestMapping.category(disclosure));
        state.lines().forEach(line -> request.addNote().setText(Text.clean(line)));
        request.setText(Narratives.of(state.lines()));
        Reference focus = entries.add("request", request, Bars.REFERRAL_PROFILE);
        Patient patient = PatientMapping.patient(disclosure.subject(), Part.of(null), Part.of(null));
        request.setSubject(entries.add("patient", patient, Bars.ukCore("Patient")));
        return focus;
    }

    private static ServiceRequest.ServiceRequestStatus status(String state) {
        return switch (state) {
            case "rejected", "cancelled", "failed" -> ServiceRequest.ServiceRequestStatus.REVOKED;
            case "entered-in-error" -> ServiceRequest.ServiceRequestStatus.ENTEREDINERROR;
            case "completed" -> ServiceRequest.ServiceRequestStatus.COMPLETED;
            case "more-information", "on-hold" -> ServiceRequest.ServiceRequestStatus.ONHOLD;
            default -> ServiceRequest.ServiceRequestStatus.ACTIVE;
        };
    }
}
