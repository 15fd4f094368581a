package org.partnerhub.quickstart.partner.cpft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message as the demo reads it: the form of schema/disclosure.json, as far as the trust's record holds it. */
final class Summary {

    private static final String WITHHELD = "Withheld: ";

    private Summary() {}

    static JsonNode of(Bundle bundle) {
        Map<String, Object> summary = new HashMap<>();
        summary.put("delivery", bundle.getIdentifier().getValue());
        summary.put("kind", kind(bundle));
        summary.put("recipient", "cpft-camhs");
        Map<String, Object> content = new HashMap<>();
        MessageCheck.all(bundle, ServiceRequest.class).forEach(it -> request(it, summary, content));
        MessageCheck.all(bundle, Patient.class).forEach(it -> patient(it, summary, content));
        MessageCheck.all(bundle, Communication.class).forEach(it -> notice(it, summary));
        MessageCheck.all(bundle, CarePlan.class)
                .forEach(it -> content.put("plan", it.getText().getDivAsString()));
        MessageCheck.all(bundle, RelatedPerson.class)
                .forEach(it -> content.put("family", it.getNameFirstRep().getText()));
        MessageCheck.all(bundle, Observation.class).forEach(it -> statement(it, content));
        summary.put("content", content);
        return JsonMapper.shared().valueToTree(summary);
    }

    private static String kind(Bundle bundle) {
        MessageHeader header = (MessageHeader) bundle.getEntryFirstRep().getResource();
        return switch (header.getEventCoding().getCode()) {
            case Names.WITHDRAWN -> "withdrawal";
            case Names.RESPONSE -> "feedback";
            default -> "referral";
        };
    }

    private static void request(ServiceRequest request, Map<String, Object> summary, Map<String, Object> content) {
        identifier(request.getIdentifier(), Names.REFERRAL)
                .ifPresent(referral -> summary.put("reference", "referral/" + referral));
        request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> Names.PURPOSE.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .ifPresent(purpose -> summary.put("purpose", purpose));
        if (request.hasReasonCode()) {
            content.put("referral", request.getReasonCodeFirstRep().getText());
        }
        List<Map<String, Object>> withheld = request.getNote().stream()
                .map(note -> String.valueOf(note.getText()))
                .filter(text -> text.startsWith(WITHHELD))
                .map(Summary::withheld)
                .toList();
        summary.put("withheld", withheld);
    }

    private static Map<String, Object> withheld(String note) {
        String category = note.substring(WITHHELD.length(), note.indexOf('.'));
        return Map.of(
                "category",
                category,
                "reasons",
                List.of(note.substring(note.indexOf('.') + 1).strip()));
    }

    private static void patient(Patient patient, Map<String, Object> summary, Map<String, Object> content) {
        identifier(patient.getIdentifier(), Names.PERSON).ifPresent(person -> summary.put("subject", person));
        if (patient.hasName()) {
            content.put("identity", patient.getNameFirstRep().getNameAsSingleString());
        }
        if (patient.hasAddress() || patient.hasTelecom()) {
            content.put("contact", patient.getAddressFirstRep().getPostalCode());
        }
    }

    private static void notice(Communication notice, Map<String, Object> summary) {
        summary.put("subject", notice.getSubject().getIdentifier().getValue());
        summary.put("reference", notice.getAboutFirstRep().getIdentifier().getValue());
        summary.put(
                "words",
                notice.getPayload().stream()
                        .map(it -> it.getContentStringType().getValue())
                        .toList());
    }

    private static void statement(Observation said, Map<String, Object> content) {
        said.getCode().getCoding().stream()
                .filter(coding -> Names.CATEGORY.equals(coding.getSystem()))
                .forEach(coding -> content.merge(
                        coding.getCode(), said.getValueStringType().getValue(), (one, other) -> one + "\n" + other));
    }

    static Optional<String> identifier(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(it -> system.equals(it.getSystem()))
                .map(Identifier::getValue)
                .findFirst();
    }
}
