package org.partnerhub.fhir.message.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** A servicerequest-request as a referral in the form of schema/referral.json, which referral-service then checks. */
final class ReferralReading {

    static final Set<String> THEMES =
            Set.of("health", "crime", "children-who-need-help", "domestic-abuse", "education", "financial", "other");

    private static final String SAFEGUARDING = "safeguarding";

    private ReferralReading() {}

    static IncomingMessage.NewReferral referral(String id, Bundle bundle, Target target) {
        ServiceRequest request = IncomingMessages.request(bundle);
        Patient patient = IncomingMessages.first(bundle, Patient.class)
                .orElseThrow(() -> MessageRefused.invalid("Add the Patient whom the referral is about."));
        List<String> remarks = new ArrayList<>();
        Map<String, Object> referral = new HashMap<>();
        referral.put("subject", PatientReading.subject(patient, remarks));
        referral.put("kind", "request");
        referral.put("asks", asks(request, bundle, target));
        referral.put("reason", reason(request, bundle));
        referral.put("themes", themes(request));
        Codes.of(request.getOrderDetail(), Hub.LEVEL).findFirst().ifPresent(level -> referral.put("level", level));
        referral.put("urgency", urgency(request));
        Map<String, Object> story = story(request, bundle);
        if (!story.isEmpty()) {
            referral.put("story", story);
        }
        Unplaced unplaced = Unplaced.of(bundle, Carried.REFERRAL);
        referral.putAll(unplaced.asKept());
        remarks.addAll(unplaced.remarks());
        return new IncomingMessage.NewReferral(id, referral, remarks);
    }

    private static List<Map<String, Object>> asks(ServiceRequest request, Bundle bundle, Target target) {
        Set<String> purposes = Stream.of(request.getCategory(), List.of(request.getCode()), request.getOrderDetail())
                .flatMap(it -> Codes.of(it, Hub.PURPOSE))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean flagged =
                !purposes.contains(SAFEGUARDING) && flags(bundle).findAny().isPresent();
        if (purposes.isEmpty() && !flagged) {
            throw MessageRefused.unknownCombination(
                    "Name what is asked for with a category of " + Hub.PURPOSE + ": BaRS has no use case for it.");
        }
        List<Map<String, Object>> asks = new ArrayList<>(
                purposes.stream().map(purpose -> ask(purpose, target)).toList());
        if (flagged) {
            asks.add(Map.of("purpose", SAFEGUARDING)); // wherever safeguarding goes, not to whom the rest is for
        }
        return asks;
    }

    /** A concern for safeguarding is asked about by itself: whoever raised the flag need not know the hub's purposes. */
    private static Stream<Flag> flags(Bundle bundle) {
        return IncomingMessages.all(bundle, Flag.class)
                .filter(it -> it.getStatus() == Flag.FlagStatus.ACTIVE)
                .filter(it ->
                        Codes.of(it.getCategory(), Bars.FLAG_CATEGORIES).anyMatch(Bars.SAFEGUARDING_FLAG::equals));
    }

    private static Map<String, Object> ask(String purpose, Target target) {
        return target.system().equals(Hub.RECIPIENT)
                ? Map.of("purpose", purpose, "recipient", target.value())
                : Map.of("purpose", purpose);
    }

    /** In the sender's words; where there are none, as its codes or its flag for safeguarding put it. */
    private static String reason(ServiceRequest request, Bundle bundle) {
        return Stream.of(said(request.getReasonCode()), concern(bundle))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow(() -> MessageRefused.invalid("Say the reason as ServiceRequest.reasonCode.text."));
    }

    /** What flags for safeguarding say; nothing where none is up. */
    static String concern(Bundle bundle) {
        return said(flags(bundle).map(Flag::getCode).toList());
    }

    /** Beside a reason in the sender's own words the concern is told by itself: not everybody who hears the one may hear the other. */
    private static Map<String, Object> story(ServiceRequest request, Bundle bundle) {
        return StoryReading.story(bundle, said(request.getReasonCode()).isEmpty() ? "" : concern(bundle));
    }

    private static String said(List<CodeableConcept> concepts) {
        String text = words(concepts, CodeableConcept::getText);
        return text.isEmpty() ? words(concepts, it -> it.getCodingFirstRep().getDisplay()) : text;
    }

    private static String words(List<CodeableConcept> concepts, Function<CodeableConcept, @Nullable String> words) {
        return concepts.stream()
                .map(words)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> themes(ServiceRequest request) {
        List<String> themes = Codes.of(request.getReasonCode(), Hub.THEME)
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
}
