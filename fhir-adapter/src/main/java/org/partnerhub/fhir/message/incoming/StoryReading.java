package org.partnerhub.fhir.message.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.message.Hub;

/** What a message adds to a story, in the form of toldStory in schema/definitions.json. */
final class StoryReading {

    private static final Set<String> STATEMENTS =
            Set.of("education", "emotional-health", "physical-health", "safety", "police", "housing-and-money");

    private StoryReading() {}

    static Map<String, Object> story(Bundle bundle) {
        Map<String, Object> story = new HashMap<>();
        List<Map<String, Object>> contributions = new ArrayList<>();
        List<String> voice = new ArrayList<>();
        for (Observation said : IncomingMessages.all(bundle, Observation.class).toList()) {
            Codes.of(List.of(said.getCode()), Hub.CATEGORY).forEach(category -> {
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
}
