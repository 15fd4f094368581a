package org.partnerhub.notification.stay.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.SettingKind;
import org.partnerhub.notification.stay.Question;
import org.partnerhub.notification.stay.Section;

/** Section 85 or section 86: by the setting and who pays. */
final class SectionRules {

    private static final Set<SettingKind> OF_THE_NHS =
            Set.of(SettingKind.NHS_HOSPITAL, SettingKind.NHS_COMMISSIONED_UNIT);
    private static final Set<SettingKind> SCHOOL = Set.of(SettingKind.RESIDENTIAL_SCHOOL, SettingKind.BOARDING_SCHOOL);

    /**
     * One rule.
     *
     * @param section absent where none applies, or a person has to settle it
     */
    record Rule(
            String name,
            String source,
            String words,
            @Nullable Section section,
            @Nullable Question question,
            Predicate<Situation> holds) {}

    /** Looked at in this order; the first that holds decides. */
    static final List<Rule> LIST = List.of(
            new Rule(
                    "setting-unknown",
                    "Children Act 1989 s.85(1), s.86(1)",
                    "What kind of place it is decides the section, and nobody said.",
                    null,
                    Question.WHAT_KIND_OF_PLACE,
                    it -> it.kind() == null),
            new Rule(
                    "hospital-or-unit-of-the-nhs",
                    "Children Act 1989 s.85(1)",
                    "Accommodated by the NHS, whoever pays.",
                    Section.EIGHTY_FIVE,
                    null,
                    it -> OF_THE_NHS.contains(it.kind())),
            new Rule(
                    "school-that-holds-the-child-for-an-authority",
                    "Children Act 1989 s.85(1)",
                    "A residential or boarding school, maintained or not, that holds the child for a public body.",
                    Section.EIGHTY_FIVE,
                    null,
                    it -> SCHOOL.contains(it.kind()) && it.isPaidPublicly()),
            new Rule(
                    "school-that-parents-pay",
                    "Children Act 1989 s.85(1) does not apply; s.87 protects the child's welfare",
                    "A school that holds the child for no public body notifies nobody under s.85 or s.86.",
                    null,
                    null,
                    it -> SCHOOL.contains(it.kind()) && it.funding() == Funding.PRIVATE),
            new Rule(
                    "private-setting-that-a-public-body-pays",
                    "Children Act 1989 s.85(1)",
                    "A private setting that the NHS or another public body pays counts as its accommodation.",
                    Section.EIGHTY_FIVE,
                    null,
                    it -> !SCHOOL.contains(it.kind()) && it.isPaidPublicly()),
            new Rule(
                    "private-setting-on-its-own-account",
                    "Children Act 1989 s.86(1)",
                    "A private setting on its own account.",
                    Section.EIGHTY_SIX,
                    null,
                    it -> !SCHOOL.contains(it.kind()) && it.funding() == Funding.PRIVATE),
            new Rule(
                    "nobody-said-who-pays",
                    "Children Act 1989 s.85(1), s.86(1)",
                    "Who pays decides the section, and nobody said.",
                    null,
                    Question.WHO_PAYS,
                    _ -> true));

    private SectionRules() {}

    static Rule of(Situation situation) {
        return LIST.stream()
                .filter(it -> it.holds().test(situation))
                .findFirst()
                .orElseThrow();
    }
}
