package org.partnerhub.fhir.message.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/** What is asked of the recipient: the category referral as a ServiceRequest, with what was withheld and why as notes. */
final class ServiceRequestMapping {

    /** What has an element of its own; the rest goes into notes, so that nothing permitted is lost. */
    private static final Set<String> ELEMENTS = Set.of("reason", "themes", "level", "urgency", "asks", "incident");

    private ServiceRequestMapping() {}

    static ServiceRequest request(Disclosure disclosure) {
        Part referral = Part.of(disclosure.content().get(Category.REFERRAL));
        ServiceRequest request = new ServiceRequest();
        request.addIdentifier().setSystem(Hub.REFERRAL).setValue(reference(disclosure));
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
        request.addCategory(category(disclosure));
        // R4 allows orderDetail, which holds the level and what else was asked, only beside a code (invariant prr-1)
        request.setCode(purpose(disclosure.purpose().value()));
        request.setAuthoredOnElement(new DateTimeType(disclosure.disclosedAt().toString()));
        priority(request, referral);
        reasons(request, referral);
        incident(request, referral.at("incident"));
        notes(request, referral, disclosure.withheld());
        request.setText(Narratives.of(words(disclosure, referral)));
        return request;
    }

    /** The id within the hub's reference {@code referral/UUID}; a partner answers by it. */
    static String reference(Disclosure disclosure) {
        String reference = disclosure.reference();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** BaRS allows one category; it holds the workflow, and the hub's purpose in place of a use case that BaRS has not. */
    static CodeableConcept category(Disclosure disclosure) {
        return new CodeableConcept()
                .addCoding(new Coding(Bars.SERVICE_REQUEST_CATEGORY, "referral", "Transfer of Care"))
                .addCoding(new Coding(Hub.PURPOSE, disclosure.purpose().value(), null));
    }

    private static CodeableConcept purpose(String code) {
        return new CodeableConcept(new Coding(Hub.PURPOSE, code, null));
    }

    private static void priority(ServiceRequest request, Part referral) {
        referral.text("urgency")
                .ifPresent(urgency -> request.setPriority(
                        switch (urgency) {
                            case "emergency" -> ServiceRequest.ServiceRequestPriority.STAT;
                            case "urgent" -> ServiceRequest.ServiceRequestPriority.URGENT;
                            default -> ServiceRequest.ServiceRequestPriority.ROUTINE;
                        }));
    }

    private static void reasons(ServiceRequest request, Part referral) {
        referral.text("reason")
                .map(Text::clean)
                .ifPresent(reason -> request.addReasonCode(new CodeableConcept().setText(reason)));
        for (String theme : referral.at("themes").texts()) {
            request.addReasonCode(new CodeableConcept(new Coding(Hub.THEME, Text.clean(theme), null)));
        }
        referral.text("level")
                .ifPresent(level ->
                        request.addOrderDetail(new CodeableConcept(new Coding(Hub.LEVEL, Text.clean(level), null))));
        for (Part ask : referral.at("asks").each()) {
            ask.text("purpose").ifPresent(purpose -> request.addOrderDetail(purpose(Text.clean(purpose))));
        }
    }

    private static void incident(ServiceRequest request, Part incident) {
        incident.text("policeReference")
                .map(Text::clean)
                .ifPresent(value ->
                        request.addIdentifier().setSystem(Hub.POLICE_REFERENCE).setValue(value));
        incident.without(Set.of("policeReference")).lines().forEach(line -> request.addNote(note(line)));
    }

    private static void notes(ServiceRequest request, Part referral, List<Disclosure.Withheld> withheld) {
        referral.without(ELEMENTS).lines().forEach(line -> request.addNote(note(line)));
        for (Disclosure.Withheld kept : withheld) {
            request.addNote(note("Withheld: " + kept.category().code() + ". " + String.join(" ", kept.reasons())));
        }
    }

    private static Annotation note(String text) {
        return new Annotation().setText(Text.clean(text));
    }

    private static List<String> words(Disclosure disclosure, Part referral) {
        List<String> words = new ArrayList<>();
        words.add("Referral for " + disclosure.purpose().value().replace('-', ' '));
        referral.text("reason").ifPresent(words::add);
        return words;
    }
}
