package org.partnerhub.fhir.message.outgoing;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Target;

/** Who sends what kind of message to whom. */
final class MessageHeaderMapping {

    private static final String SOFTWARE = "Partner Hub";

    private MessageHeaderMapping() {}

    /**
     * A header without focus and response.
     *
     * @param reason {@code new}, {@code update} or {@code delete}
     */
    static MessageHeader header(Coding event, String reason, Target target, Reference sender, Reference receiver) {
        MessageHeader header = new MessageHeader();
        header.setEvent(event);
        header.addDestination().setEndpoint(target.asEndpoint()).setReceiver(receiver);
        header.setSender(sender);
        header.getSource()
                .setName(SOFTWARE)
                .setSoftware(SOFTWARE)
                .setVersion("1")
                .setEndpoint(Target.HUB.asEndpoint());
        header.setReason(new CodeableConcept(new Coding(Bars.MESSAGE_REASON, reason, null)));
        return header;
    }

    static Coding bars(String event) {
        return new Coding(Bars.MESSAGE_EVENTS, event, null);
    }
}
