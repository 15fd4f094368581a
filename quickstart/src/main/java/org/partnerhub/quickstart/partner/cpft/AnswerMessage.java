package org.partnerhub.quickstart.partner.cpft;

import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** A servicerequest-response to a message that was received: the state is a Task's. */
final class AnswerMessage {

    private static final String REJECTED_REASONS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";

    private AnswerMessage() {}

    static Bundle accepted(Bundle received) {
        return answer(received, Task.TaskStatus.ACCEPTED, new CodeableConcept());
    }

    /**
     * A rejection.
     *
     * @param reason code of dos-rejected-reasons-bars, such as 22 for capacity
     */
    static Bundle rejected(Bundle received, String reason) {
        return answer(
                received, Task.TaskStatus.REJECTED, new CodeableConcept(new Coding(REJECTED_REASONS, reason, null)));
    }

    private static Bundle answer(Bundle received, Task.TaskStatus status, CodeableConcept reason) {
        Bundle bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.setTimestampElement(InstantType.withCurrentTime());
        MessageHeader header = header(received);
        add(bundle, header);
        ServiceRequest request = request(received);
        Reference about = add(bundle, request);
        header.addFocus(about);
        header.setSender(add(bundle, trust()));
        Task task = new Task();
        task.setStatus(status);
        task.setIntent(Task.TaskIntent.ORDER);
        task.setFocus(about);
        if (!reason.isEmpty()) {
            task.setStatusReason(reason);
        }
        add(bundle, task);
        return bundle;
    }

    private static MessageHeader header(Bundle received) {
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Names.BARS_EVENTS, Names.RESPONSE, null));
        header.setReason(new CodeableConcept(new Coding(Names.BARS_REASONS, "new", null)));
        header.getSource().setName("CPFT").setEndpoint("https://fhir.nhs.uk/Id/ods-organization-code|RT1");
        header.addDestination().setEndpoint(Names.PARTNER + "|partner-hub");
        header.getResponse().setIdentifier(received.getIdElement().getIdPart()).setCode(MessageHeader.ResponseType.OK);
        return header;
    }

    private static ServiceRequest request(Bundle received) {
        ServiceRequest asked = MessageCheck.all(received, ServiceRequest.class).getFirst();
        ServiceRequest request = new ServiceRequest();
        request.setIdentifier(asked.getIdentifier());
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.getSubject().setDisplay("As in the referral");
        return request;
    }

    private static Organization trust() {
        Organization trust = new Organization();
        trust.addIdentifier()
                .setSystem("https://fhir.nhs.uk/Id/ods-organization-code")
                .setValue("RT1");
        return trust.setName("Cambridgeshire and Peterborough NHS Foundation Trust");
    }

    private static Reference add(Bundle bundle, Resource resource) {
        String url = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry().setFullUrl(url).setResource(resource);
        return new Reference(url);
    }
}
