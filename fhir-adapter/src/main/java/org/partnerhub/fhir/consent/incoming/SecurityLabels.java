package org.partnerhub.fhir.consent.incoming;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.partnerhub.contracts.sharing.Category;

/**
 * Categories of information that a level of confidentiality covers. The hub's information has no labels; each category counts as the highest
 * level that it is meant to hold, by the definitions of HL7's v3-Confidentiality: normal is what does not stigmatise, restricted what
 * may, very restricted what tells of abuse, crime or what somebody asked to be kept.
 */
final class SecurityLabels {

    static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /** Least first: a label covers its level and those below. */
    private static final List<String> LEVELS = List.of("U", "L", "M", "N", "R", "V");

    private static final Map<String, Set<Category>> HIGHEST = Map.of(
            "N",
            EnumSet.of(Category.IDENTITY, Category.CONTACT, Category.EDUCATION),
            "R",
            EnumSet.of(
                    Category.FAMILY,
                    Category.EMOTIONAL_HEALTH,
                    Category.PHYSICAL_HEALTH,
                    Category.HOUSING_AND_MONEY,
                    Category.STAY),
            "V",
            EnumSet.of(
                    Category.SAFETY,
                    Category.POLICE,
                    Category.VOICE,
                    Category.PLAN,
                    Category.REFERRAL,
                    Category.LEGAL_STATUS));

    private SecurityLabels() {}

    /** What certainly lies within one of the labels; a label that is no level, and only adds to the others, is left out and named. */
    static Set<Category> covered(List<Coding> labels, String at, List<String> notKept) {
        int granted = -1;
        for (int i = 0; i < labels.size(); i++) {
            int level = level(labels.get(i));
            granted = Math.max(granted, level);
            if (level < 0) {
                notKept.add(at + ".securityLabel[" + i + "]: the hub does not tell information apart by it.");
            }
        }
        Set<Category> covered = under(granted);
        Unexpressed.refuse(
                covered.isEmpty(),
                at + ".securityLabel",
                "Name categories of information in class, or a level of " + SYSTEM + " from N on.");
        return covered;
    }

    private static Set<Category> under(int granted) {
        return HIGHEST.entrySet().stream()
                .filter(it -> LEVELS.indexOf(it.getKey()) <= granted)
                .flatMap(it -> it.getValue().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
    }

    private static int level(Coding label) {
        return SYSTEM.equals(label.getSystem()) && label.hasCode() ? LEVELS.indexOf(label.getCode()) : -1;
    }
}
