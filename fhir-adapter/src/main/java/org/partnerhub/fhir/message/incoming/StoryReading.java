package org.partnerhub.fhir.message.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.message.Hub;

/** What a message adds to a story, in the form of toldStory in schema/definitions.json. */
final class StoryReading {

    private static final Set<String> STATEMENTS =
            Set.of("education", "emotional-health", "physical-health", "safety", "police", "housing-and-money");

    private static final String VOICE = "voice";

    private StoryReading() {}

    /** Whether it is still meant. */
    static boolean holds(Observation said) {
        return said.getStatus() != ObservationStatus.ENTEREDINERROR && said.getStatus() != ObservationStatus.CANCELLED;
    }

    /** Whether what is said under a category becomes part of the story. */
    static boolean isRead(String category) {
        return STATEMENTS.contains(category) || category.equals(VOICE);
    }

    /**
     * The story.
     *
     * @param concern for safeguarding in words of its own; empty where there is none
     */
    static Map<String, Object> story(Bundle bundle, String concern) {
        Map<String, Object> story = new HashMap<>();
        List<Map<String, Object>> contributions = new ArrayList<>();
        if (!concern.isEmpty()) {
            contributions.add(Map.of("category", "safety", "text", concern));
        }
        List<String> voice = new ArrayList<>();
        for (Observation said : IncomingMessages.all(bundle, Observation.class)
                .filter(StoryReading::holds)
                .toList()) {
            Codes.of(List.of(said.getCode()), Hub.CATEGORY).forEach(category -> {
                if (said.getValue() instanceof StringType text && STATEMENTS.contains(category)) {
                    contributions.add(Map.of("category", category, "text", text.getValue()));
                } else if (said.getValue() instanceof StringType text && category.equals(VOICE)) {
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
            story.put(VOICE, String.join("\n", voice));
        }
        return story;
    }

    private static void putUnlessEmpty(Map<String, Object> story, String name, List<?> values) {
        if (!values.isEmpty()) {
            story.put(name, values);
        }
    }
}
