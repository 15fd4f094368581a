package org.partnerhub.fhir.message.incoming;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** Tells what a message Bundle is: a new referral, a change or an answer to one, or news of a stay. */
public final class IncomingMessages {

    private IncomingMessages() {}

    /**
     * What the message says.
     *
     * @param target whom the request's header names
     * @throws MessageRefused where it is no message that the hub takes
     */
    public static IncomingMessage read(Bundle bundle, Target target) {
        MessageHeader header = header(bundle);
        Coding event = header.getEvent() instanceof Coding coding ? coding : new Coding();
        boolean stay = event.getSystem() != null
                && Bars.sameSystem(event.getSystem(), Bars.STAY_EVENTS)
                && Bars.STAY_EVENT.equals(event.getCode());
        if (!stay && (event.getSystem() == null || !Bars.sameSystem(event.getSystem(), Bars.MESSAGE_EVENTS))) {
            throw MessageRefused.unknownCombination("Name the event with a code of " + Bars.MESSAGE_EVENTS + ".");
        }
        String id = bundle.getIdElement().getIdPart();
        if (id == null) {
            throw MessageRefused.invalid("Give the Bundle an id, for answers to name.");
        }
        Modifiers.refuse(bundle);
        if (stay) {
            return EncounterReading.read(id, header, bundle, Clock.systemUTC());
        }
        return switch (meaning(event, header, bundle)) {
            case ANSWER -> AnswerReading.answer(id, header, bundle);
            case NEW_REFERRAL -> ReferralReading.referral(id, bundle, target);
            case UPDATE -> ChangeReading.update(id, bundle);
            case CANCELLATION -> ChangeReading.cancellation(id, bundle);
        };
    }

    private static Workflow.Meaning meaning(Coding event, MessageHeader header, Bundle bundle) {
        String reason = header.getReason().getCodingFirstRep().getCode();
        String status = first(bundle, ServiceRequest.class)
                .filter(ServiceRequest::hasStatus)
                .map(it -> it.getStatus().toCode())
                .orElse(null);
        return Workflow.of(event.getCode(), reason, status)
                .orElseThrow(() -> MessageRefused.unknownCombination(
                        "Send servicerequest-request (new, update or delete) or servicerequest-response (new, update);"
                                + " GET MessageDefinition lists what is taken."));
    }

    private static MessageHeader header(Bundle bundle) {
        if (bundle.getType() != Bundle.BundleType.MESSAGE) {
            throw MessageRefused.invalid("Send a Bundle of type message.");
        }
        if (!(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            throw MessageRefused.invalid("Make the MessageHeader the Bundle's first entry.");
        }
        if (bundle.getEntry().stream().anyMatch(it -> it.getResource() == null)) {
            throw MessageRefused.invalid("Give every entry of the Bundle a resource.");
        }
        return header;
    }

    static ServiceRequest request(Bundle bundle) {
        return first(bundle, ServiceRequest.class)
                .orElseThrow(() -> MessageRefused.invalid("Add the ServiceRequest that the message is about."));
    }

    static <T extends Resource> Optional<T> first(Bundle bundle, Class<T> type) {
        return all(bundle, type).findFirst();
    }

    static <T extends Resource> Stream<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
