package org.partnerhub.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/** Messages as a partner would write them. */
public final class PartnerMessages {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private PartnerMessages() {}

    public static String json(Bundle bundle) {
        return FHIR.newJsonParser().encodeResourceToString(bundle);
    }

    public static String xml(Bundle bundle) {
        return FHIR.newXmlParser().encodeResourceToString(bundle);
    }

    /** An answer whose state is the Task's. */
    public static Bundle answer(UUID to, Task task) {
        Bundle bundle = answer(to, ServiceRequest.ServiceRequestStatus.ACTIVE);
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(task);
        return bundle;
    }

    /** An answer whose state is the ServiceRequest's. */
    public static Bundle answer(UUID to, ServiceRequest.ServiceRequestStatus status) {
        Bundle bundle = message(Bars.RESPONSE_EVENT);
        ((MessageHeader) bundle.getEntryFirstRep().getResource())
                .getResponse()
                .setIdentifier(to.toString())
                .setCode(MessageHeader.ResponseType.OK);
        ServiceRequest request = new ServiceRequest();
        request.setStatus(status);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.getSubject().setDisplay("As in the referral");
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(request);
        return bundle;
    }

    public static Task task(Task.TaskStatus status) {
        Task task = new Task();
        task.setStatus(status);
        task.setIntent(Task.TaskIntent.ORDER);
        return task;
    }

    /** A referral of an invented child for early help. */
    public static Bundle referral(String nhsNumber) {
        Bundle bundle = message(Bars.REQUEST_EVENT);
        ServiceRequest request = new ServiceRequest();
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.setPriority(ServiceRequest.ServiceRequestPriority.URGENT);
        request.addCategory(new CodeableConcept(new Coding(Hub.PURPOSE, "early-help-support", null)));
        request.addReasonCode(new CodeableConcept().setText("Needs somebody at home to listen."));
        request.addReasonCode(new CodeableConcept(new Coding(Hub.THEME, "health", null)));
        request.getSubject().setDisplay("The patient");
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(request);
        Patient patient = new Patient();
        patient.addName().setFamily("Marlow").addGiven("Idris");
        patient.getBirthDateElement().setValueAsString("2011-09-05");
        patient.addIdentifier().setSystem("https://fhir.nhs.uk/Id/nhs-number").setValue(nhsNumber);
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(patient);
        Observation voice = new Observation();
        voice.setStatus(Observation.ObservationStatus.FINAL);
        voice.setCode(new CodeableConcept(new Coding(Hub.CATEGORY, "voice", null)));
        voice.setValue(new StringType("I do not sleep."));
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(voice);
        return bundle;
    }

    /** A change of the referral whose reference is given, or of the one with the same correlation id. */
    public static Bundle change(String reason, ServiceRequest.ServiceRequestStatus status, @Nullable String referral) {
        Bundle bundle = message(Bars.REQUEST_EVENT);
        ((MessageHeader) bundle.getEntryFirstRep().getResource())
                .getReason()
                .getCodingFirstRep()
                .setCode(reason);
        ServiceRequest request = new ServiceRequest();
        request.setStatus(status);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.getSubject().setDisplay("As in the referral");
        if (referral != null) {
            request.addIdentifier().setSystem(Hub.REFERRAL).setValue(referral);
        }
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(request);
        return bundle;
    }

    /** The bundle's ServiceRequest. */
    public static ServiceRequest request(Bundle bundle) {
        return (ServiceRequest) bundle.getEntry().get(1).getResource();
    }

    private static Bundle message(String event) {
        Bundle bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.setType(Bundle.BundleType.MESSAGE);
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Bars.MESSAGE_EVENTS, event, null));
        header.setReason(
                new CodeableConcept(new Coding("https://fhir.nhs.uk/CodeSystem/message-reason-bars", "new", null)));
        header.getSource().setEndpoint("urn:cpft");
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(header);
        return bundle;
    }
}
