package org.partnerhub.fhir.reception.http;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.Remark;
import org.partnerhub.fhir.message.Target;

/** The synchronous answer to a message that was taken: which message, which referral, and no personal data. */
final class Acknowledgement {

    private Acknowledgement() {}

    static Bundle of(IncomingMessage message, Optional<ReferralId> referral, List<Remark> remarks, Instant now) {
        Bundle bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.setTimestamp(Date.from(now));
        MessageHeader header = header(message.id());
        add(bundle, header);
        referral.ifPresent(it -> header.addFocus().setReference(add(bundle, request(it, status(message)))));
        if (!remarks.isEmpty()) {
            header.getResponse().getDetails().setReference(add(bundle, remarks(remarks)));
        }
        return bundle;
    }

    private static MessageHeader header(String message) {
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Bars.MESSAGE_EVENTS, Bars.RESPONSE_EVENT, null));
        header.getSource().setName("Partner Hub").setEndpoint(Target.HUB.asEndpoint());
        header.getResponse().setIdentifier(message).setCode(MessageHeader.ResponseType.OK);
        return header;
    }

    /** What the message made of the request: whoever takes it back reads that it is, in the word that they used for it. */
    private static ServiceRequestStatus status(IncomingMessage message) {
        return switch (message) {
            case IncomingMessage.Cancellation taken ->
                taken.enteredInError() ? ServiceRequestStatus.ENTEREDINERROR : ServiceRequestStatus.REVOKED;
            case IncomingMessage.NewReferral _,
                    IncomingMessage.Update _,
                    IncomingMessage.Answer _,
                    IncomingMessage.StayTold _ -> ServiceRequestStatus.ACTIVE;
        };
    }

    private static ServiceRequest request(ReferralId referral, ServiceRequestStatus status) {
        ServiceRequest request = new ServiceRequest();
        request.addIdentifier().setSystem(Hub.REFERRAL).setValue(referral.toString());
        request.setStatus(status);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.getSubject().setDisplay("The child of this referral");
        return request;
    }

    private static OperationOutcome remarks(List<Remark> remarks) {
        OperationOutcome outcome = new OperationOutcome();
        for (Remark remark : remarks) {
            outcome.addIssue()
                    .setSeverity(remark.warning() ? IssueSeverity.WARNING : IssueSeverity.INFORMATION)
                    .setCode(remark.warning() ? IssueType.VALUE : IssueType.INFORMATIONAL)
                    .setDiagnostics(remark.words());
        }
        return outcome;
    }

    private static String add(Bundle bundle, Resource resource) {
        String id = UUID.randomUUID().toString();
        resource.setId(id);
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
        return "urn:uuid:" + id;
    }
}
