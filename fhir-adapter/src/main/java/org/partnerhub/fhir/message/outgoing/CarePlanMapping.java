package org.partnerhub.fhir.message.outgoing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;

/** The category plan: the early help assessment's four questions and who works with the family, as a CarePlan. */
final class CarePlanMapping {

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("goingWell", "What is going really well?");
        QUESTIONS.put("notGoingWell", "What is not going so well?");
        QUESTIONS.put("needsToHappen", "What needs to happen?");
        QUESTIONS.put("nextSteps", "What are the next steps?");
    }

    private CarePlanMapping() {}

    static CarePlan plan(Part plan, Reference patient) {
        CarePlan carePlan = new CarePlan();
        carePlan.setStatus(CarePlan.CarePlanStatus.ACTIVE);
        carePlan.setIntent(CarePlan.CarePlanIntent.PLAN);
        carePlan.setTitle("Early help assessment and plan");
        carePlan.setSubject(patient);
        Part assessment = plan.at("earlyHelpAssessment");
        QUESTIONS.forEach((name, question) -> {
            for (String answer : assessment.at(name).lines()) {
                carePlan.addNote(note(question + " " + answer));
            }
        });
        for (Part professional : plan.at("professionals").each()) {
            carePlan.addContributor(person(professional));
        }
        if (plan.at("leadProfessional").isPresent()) {
            carePlan.setAuthor(person(plan.at("leadProfessional")));
        }
        carePlan.setText(Narratives.of(plan.lines()));
        return carePlan;
    }

    private static Annotation note(String text) {
        return new Annotation().setText(Text.clean(text));
    }

    private static Reference person(Part person) {
        String words = person.text()
                .orElseGet(() -> String.join(
                        ", ",
                        Stream.of("name", "role", "organisation")
                                .flatMap(it -> person.at(it).lines().stream())
                                .toList()));
        return new Reference().setDisplay(Text.clean(words));
    }
}
