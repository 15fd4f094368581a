package org.partnerhub.fhir.message.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** A servicerequest-request as a referral in the form of schema/referral.json, which referral-service then checks. */
final class ReferralReading {

    private static final Set<String> THEMES =
            Set.of("health", "crime", "children-who-need-help", "domestic-abuse", "education", "financial", "other");
    private static final Set<String> STATEMENTS =
            Set.of("education", "emotional-health", "physical-health", "safety", "police", "housing-and-money");

    private ReferralReading() {}

    static IncomingMessage.NewReferral referral(String id, Bundle bundle, Target target) {
        ServiceRequest request = IncomingMessages.request(bundle);
        Patient patient = IncomingMessages.first(bundle, Patient.class)
                .orElseThrow(() -> MessageRefused.invalid("Add the Patient whom the referral is about."));
        List<String> remarks = new ArrayList<>();
        Map<String, Object> referral = new HashMap<>();
        referral.put("subject", PatientReading.subject(patient, remarks));
        referral.put("kind", "request");
        referral.put("asks", asks(request, target));
        referral.put("reason", reason(request));
        referral.put("themes", themes(request));
        codes(request.getOrderDetail(), Hub.LEVEL).findFirst().ifPresent(level -> referral.put("level", level));
        referral.put("urgency", urgency(request));
        Map<String, Object> story = story(bundle);
        if (!story.isEmpty()) {
            referral.put("story", story);
        }
        return new IncomingMessage.NewReferral(id, referral, remarks);
    }

    private static List<Map<String, Object>> asks(ServiceRequest request, Target target) {
        Set<String> purposes = Stream.concat(
                        codes(request.getCategory(), Hub.PURPOSE), codes(request.getOrderDetail(), Hub.PURPOSE))
                .collect(Collectors.toCollection(TreeSet::new));
        if (purposes.isEmpty()) {
            throw MessageRefused.unknownCombination(
                    "Name what is asked for with a category of " + Hub.PURPOSE + ": BaRS has no use case for it.");
        }
        return purposes.stream().map(purpose -> ask(purpose, target)).toList();
    }

    private static Map<String, Object> ask(String purpose, Target target) {
        return target.system().equals(Hub.RECIPIENT)
                ? Map.of("purpose", purpose, "recipient", target.value())
                : Map.of("purpose", purpose);
    }

    private static String reason(ServiceRequest request) {
        String words = request.getReasonCode().stream()
                .map(CodeableConcept::getText)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
        if (words.isEmpty()) {
            throw MessageRefused.invalid("Say the reason as ServiceRequest.reasonCode.text.");
        }
        return words;
    }

    private static List<String> themes(ServiceRequest request) {
        List<String> themes = codes(request.getReasonCode(), Hub.THEME)
                .filter(THEMES::contains)
                .distinct()
                .toList();
        return themes.isEmpty() ? List.of("other") : themes;
    }

    private static String urgency(ServiceRequest request) {
        return switch (request.getPriority()) {
            case STAT -> "emergency";
            case URGENT, ASAP -> "urgent";
            case null, default -> "routine";
        };
    }

    private static Map<String, Object> story(Bundle bundle) {
        Map<String, Object> story = new HashMap<>();
        List<Map<String, Object>> contributions = new ArrayList<>();
        List<String> voice = new ArrayList<>();
        for (Observation said : IncomingMessages.all(bundle, Observation.class).toList()) {
            codes(List.of(said.getCode()), Hub.CATEGORY).forEach(category -> {
                if (said.getValue() instanceof StringType text && STATEMENTS.contains(category)) {
                    contributions.add(Map.of("category", category, "text", text.getValue()));
                } else if (said.getValue() instanceof StringType text && category.equals("voice")) {
                    voice.add(text.getValue());
                }
            });
        }
        List<Map<String, Object>> household = IncomingMessages.all(bundle, RelatedPerson.class)
                .map(PatientReading::relative)
                .toList();
        putUnlessEmpty(story, "contributions", contributions);
        putUnlessEmpty(story, "household", household);
        if (!voice.isEmpty()) {
            story.put("voice", String.join("\n", voice));
        }
        return story;
    }

    private static void putUnlessEmpty(Map<String, Object> story, String name, List<?> values) {
        if (!values.isEmpty()) {
            story.put(name, values);
        }
    }

    private static Stream<String> codes(List<CodeableConcept> concepts, String system) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode);
    }
}
