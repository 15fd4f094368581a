package org.partnerhub.fhir.message.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.Disclosures;
import org.partnerhub.fhir.message.Target;

/** For any set of permitted categories: each of their values is in the message, and no value of another category is. */
class PermittedCategoriesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Property(tries = 100)
    void onlyPermittedValuesAreInTheMessage(@ForAll("categories") Set<Category> permitted) {
        Map<Category, Object> content = new EnumMap<>(Category.class);
        permitted.forEach(category -> content.put(category, values(category)));
        Disclosure disclosure = Disclosures.referral(content);

        String message = FHIR.newJsonParser()
                .encodeResourceToString(OutgoingMessages.message(disclosure, Target.HUB, null, false));

        for (Category category : Category.values()) {
            for (String mark : marks(category)) {
                if (permitted.contains(category)) {
                    assertThat(message).contains(mark);
                } else {
                    assertThat(message).doesNotContain(mark);
                }
            }
        }
    }

    @Provide
    Arbitrary<Set<Category>> categories() {
        return Arbitraries.of(Category.values()).set();
    }

    /** Each category's values in the shape of schema/disclosure.json, every text a mark of its own. */
    private static Object values(Category category) {
        List<String> marks = marks(category);
        return switch (category) {
            case IDENTITY ->
                Map.of(
                        "name", Map.of("given", List.of(marks.get(0)), "family", marks.get(1)),
                        "nhsNumberAbsent", marks.get(2));
            case CONTACT ->
                Map.of(
                        "address", Map.of("lines", List.of(marks.get(0)), "postcode", marks.get(1)),
                        "telephone", marks.get(2));
            case FAMILY -> Map.of("household", List.of(Map.of("name", marks.get(0), "relationship", marks.get(1))));
            case VOICE -> Map.of("words", marks);
            case PLAN ->
                Map.of(
                        "earlyHelpAssessment", Map.of("goingWell", marks.get(0)),
                        "leadProfessional", Map.of("name", marks.get(1)),
                        "professionals", List.of(Map.of("name", marks.get(2))));
            case REFERRAL ->
                Map.of(
                        "reason", marks.get(0),
                        "state", marks.get(1),
                        "incident", Map.of("policeReference", marks.get(2)));
            case STAY, LEGAL_STATUS ->
                Map.of("setting", Map.of("name", marks.get(0)), "other", List.of(marks.get(1), marks.get(2)));
            case EDUCATION, EMOTIONAL_HEALTH, PHYSICAL_HEALTH, SAFETY, HOUSING_AND_MONEY ->
                Map.of("contributions", List.of(Map.of("text", marks.get(0), "by", marks.get(1), "at", "2026-11-17")));
            case POLICE ->
                Map.of(
                        "incident", Map.of("place", marks.get(0)),
                        "contributions", List.of(Map.of("text", marks.get(1), "by", marks.get(2))));
        };
    }

    private static List<String> marks(Category category) {
        int used = switch (category) {
            case FAMILY, EDUCATION, EMOTIONAL_HEALTH, PHYSICAL_HEALTH, SAFETY, HOUSING_AND_MONEY -> 2;
            default -> 3;
        };
        return List.of("one", "two", "three").subList(0, used).stream()
                .map(number -> "mark-" + category.name() + "-" + number)
                .toList();
    }
}
