package org.partnerhub.quickstart.partner.cpft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What is wrong with a message, in words; the parser has refused already what is no R4. */
final class MessageCheck {

    private MessageCheck() {}

    static List<String> complaints(Bundle bundle) {
        List<String> wrong = new ArrayList<>();
        if (bundle.getType() != Bundle.BundleType.MESSAGE) {
            wrong.add("The Bundle is no message.");
        }
        if (!Names.DELIVERY.equals(bundle.getIdentifier().getSystem())) {
            wrong.add("The Bundle names no delivery.");
        }
        if (bundle.getEntryFirstRep().getResource() instanceof MessageHeader header) {
            header(header, bundle, wrong);
        } else {
            wrong.add("The first entry is no MessageHeader.");
        }
        return wrong;
    }

    private static void header(MessageHeader header, Bundle bundle, List<String> wrong) {
        if (!header.hasDestination() || !header.hasSource() || !header.hasSender() || !header.hasReason()) {
            wrong.add("The MessageHeader lacks destination, source, sender or reason.");
        }
        Set<String> urls = new HashSet<>();
        bundle.getEntry().forEach(entry -> urls.add(entry.getFullUrl()));
        if (header.getFocus().isEmpty()
                || !urls.contains(header.getFocusFirstRep().getReference())) {
            wrong.add("The MessageHeader's focus is not in the Bundle.");
        }
        Coding event = header.getEvent() instanceof Coding coding ? coding : new Coding();
        switch (event.getSystem() + "|" + event.getCode()) {
            case Names.BARS_EVENTS + "|" + Names.REQUEST, Names.BARS_EVENTS + "|" + Names.RESPONSE ->
                request(bundle, urls, wrong);
            case Names.HUB_EVENTS + "|" + Names.WITHDRAWN -> notice(bundle, wrong);
            default -> wrong.add("The event is none that this service takes.");
        }
    }

    private static void request(Bundle bundle, Set<String> urls, List<String> wrong) {
        List<ServiceRequest> requests = all(bundle, ServiceRequest.class);
        List<Patient> patients = all(bundle, Patient.class);
        if (requests.size() != 1 || patients.size() != 1) {
            wrong.add("A referral is about one ServiceRequest and one Patient.");
            return;
        }
        ServiceRequest request = requests.getFirst();
        if (request.getIntent() != ServiceRequest.ServiceRequestIntent.PLAN || !request.hasStatus()) {
            wrong.add("The ServiceRequest has no status, or another intent than plan.");
        }
        if (!urls.contains(request.getSubject().getReference())) {
            wrong.add("The ServiceRequest's subject is not in the Bundle.");
        }
        if (Summary.identifier(request.getIdentifier(), Names.REFERRAL).isEmpty()) {
            wrong.add("The ServiceRequest names no referral.");
        }
        if (Summary.identifier(patients.getFirst().getIdentifier(), Names.PERSON)
                .isEmpty()) {
            wrong.add("The Patient has no identifier of the hub.");
        }
    }

    private static void notice(Bundle bundle, List<String> wrong) {
        if (all(bundle, Communication.class).size() != 1) {
            wrong.add("A notice is one Communication.");
        }
        if (!all(bundle, Patient.class).isEmpty()) {
            wrong.add("A notice of a withdrawal names nobody.");
        }
    }

    static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
