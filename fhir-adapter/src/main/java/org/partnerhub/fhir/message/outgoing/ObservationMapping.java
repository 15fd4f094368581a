package org.partnerhub.fhir.message.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.message.Hub;

/** What agencies and the child said, one Observation a contribution, coded with its category, with who said it and when. */
final class ObservationMapping {

    private ObservationMapping() {}

    /** Each contribution, each of the child's words, and what else the category holds, as text. */
    static List<Observation> observations(Category category, Part content, Reference patient, Instant disclosedAt) {
        List<Observation> observations = new ArrayList<>();
        for (Part said : statements(content)) {
            observations.add(observation(category, said, patient, disclosedAt));
        }
        return observations;
    }

    private static List<Part> statements(Part content) {
        List<Part> statements = new ArrayList<>(content.at("contributions").each());
        if (statements.isEmpty()) {
            // otherwise the same words stand among the contributions, with who wrote them down
            statements.addAll(content.at("words").each());
        }
        Part rest = content.without(Set.of("contributions", "words"));
        if (rest.isPresent()) {
            statements.add(rest);
        }
        return statements;
    }

    private static Observation observation(Category category, Part said, Reference patient, Instant disclosedAt) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.setCode(new CodeableConcept(new Coding(Hub.CATEGORY, category.code(), words(category))));
        observation.setSubject(patient);
        observation.setEffective(when(said, disclosedAt));
        said.text("by").map(Text::clean).ifPresent(by -> observation.addPerformer(new Reference().setDisplay(by)));
        List<String> lines = said.text("text").map(List::of).orElseGet(said::lines);
        observation.setValue(new StringType(Text.clean(String.join("\n", lines))));
        observation.setText(Narratives.of(lines));
        return observation;
    }

    private static DateTimeType when(Part said, Instant disclosedAt) {
        Part at = said.at("at");
        return at.instant()
                .map(instant -> new DateTimeType(instant.toString()))
                .or(() -> at.date().map(date -> new DateTimeType(date.toString())))
                .orElseGet(() -> new DateTimeType(disclosedAt.toString()));
    }

    private static String words(Category category) {
        return category.code().replace('-', ' ');
    }
}
