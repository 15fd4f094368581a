package org.partnerhub.fhir.referral.outgoing;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.referral.Standing;

/** A referral's standing as a ServiceRequest: ids, codes and dates, nobody's name and no word of what it says. */
public final class ServiceRequests {

    private ServiceRequests() {}

    public static ServiceRequest of(Standing standing) {
        ServiceRequest request = new ServiceRequest();
        request.setId(standing.id().toString());
        request.getMeta().setVersionId(Integer.toString(standing.version())).addProfile(Bars.ukCore("ServiceRequest"));
        request.addIdentifier().setSystem(Hub.REFERRAL).setValue(standing.id().toString());
        request.setStatus(status(standing));
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.setSubject(person(standing));
        if (standing.receivedAt() != null) {
            request.setAuthoredOn(Date.from(standing.receivedAt()));
        }
        if (standing.sender() != null) {
            request.setRequester(
                    identified("Organization", Hub.PARTNER, standing.sender().value()));
        }
        standing.parts().stream()
                .map(Standing.Part::purpose)
                .distinct()
                .forEach(it -> request.addCategory(purpose(it)));
        standing.parts().stream()
                .map(Standing.Part::recipient)
                .distinct()
                .forEach(it -> request.addPerformer(recipient(it)));
        standing.withheld().stream()
                .flatMap(it -> it.reasons().stream())
                .forEach(reason -> request.addNote().setText(reason));
        return request;
    }

    /** Over only when it is over everywhere; unknown where how it stands may not be told. */
    private static ServiceRequestStatus status(Standing standing) {
        if (!standing.mayBeTold()) {
            return ServiceRequestStatus.UNKNOWN;
        }
        List<String> states =
                standing.parts().stream().map(Standing.Part::state).distinct().toList();
        if (!"finished".equals(standing.state())) {
            return states.equals(List.of("on-hold")) ? ServiceRequestStatus.ONHOLD : ServiceRequestStatus.ACTIVE;
        }
        if (states.equals(List.of("entered-in-error"))) {
            return ServiceRequestStatus.ENTEREDINERROR;
        }
        return states.contains("completed") ? ServiceRequestStatus.COMPLETED : ServiceRequestStatus.REVOKED;
    }

    static Reference person(Standing standing) {
        return identified("Patient", Hub.PERSON, standing.person().toString());
    }

    static Reference recipient(RecipientId recipient) {
        return identified("Organization", Hub.RECIPIENT, recipient.value());
    }

    static CodeableConcept purpose(Purpose purpose) {
        return new CodeableConcept(new Coding(Hub.PURPOSE, purpose.value(), null));
    }

    static Reference identified(String type, String system, String value) {
        Reference reference = new Reference().setType(type);
        reference.getIdentifier().setSystem(system).setValue(value);
        return reference;
    }
}
