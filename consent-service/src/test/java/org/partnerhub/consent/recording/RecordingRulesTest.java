package org.partnerhub.consent.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

class RecordingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ConsentTerms.Assessor ASSESSOR = new ConsentTerms.Assessor("Morag Ellis", "DSL", TODAY);

    private final RecordingRules rules = new RecordingRules(
            Purposes.of(PolicyFile.read("purposes", null)),
            new KnownDirectory(Clock.systemUTC(), Duration.ofMinutes(5)));

    private static ConsentTerms terms(
            Capacity capacity, @Nullable String name, ConsentTerms.@Nullable Assessor assessor) {
        return new ConsentTerms(
                ConsentTerms.Answer.GIVEN,
                new ConsentTerms.GivenBy(capacity, name, assessor),
                Set.of(new Purpose("early-help-support")),
                new ConsentTerms.Recipients(Set.of("council"), Set.of()),
                Set.of(Category.IDENTITY),
                TODAY,
                TODAY.plusYears(1),
                new ConsentTerms.Evidence("form", null),
                TODAY);
    }

    private static LocalDate aged(int years) {
        return TODAY.minusYears(years).minusDays(3);
    }

    static Stream<Arguments> capacities() {
        ConsentTerms.Assessor later = new ConsentTerms.Assessor("Morag Ellis", "DSL", TODAY.plusDays(1));
        return Stream.of(
                arguments("adult of 18", terms(Capacity.ADULT, null, null), aged(18), null),
                arguments("adult on the birthday", terms(Capacity.ADULT, null, null), TODAY.minusYears(18), null),
                arguments("adult of 17", terms(Capacity.ADULT, null, null), aged(17), "/givenBy/capacity"),
                arguments("16", terms(Capacity.SIXTEEN_OR_SEVENTEEN, null, null), aged(16), null),
                arguments("15 as 16", terms(Capacity.SIXTEEN_OR_SEVENTEEN, null, null), aged(15), "/givenBy/capacity"),
                arguments("18 as 17", terms(Capacity.SIXTEEN_OR_SEVENTEEN, null, null), aged(18), "/givenBy/capacity"),
                arguments("competent 15", terms(Capacity.GILLICK_COMPETENT, null, ASSESSOR), aged(15), null),
                arguments(
                        "9 without an assessment",
                        terms(Capacity.GILLICK_COMPETENT, null, null),
                        aged(9),
                        "/givenBy/assessor"),
                arguments(
                        "assessed afterwards",
                        terms(Capacity.GILLICK_COMPETENT, null, later),
                        aged(15),
                        "/givenBy/assessor/assessedOn"),
                arguments(
                        "competence at 16",
                        terms(Capacity.GILLICK_COMPETENT, null, ASSESSOR),
                        aged(16),
                        "/givenBy/capacity"),
                arguments("parent", terms(Capacity.PARENTAL_RESPONSIBILITY, "Ada Marlow", null), aged(9), null),
                arguments(
                        "unnamed parent",
                        terms(Capacity.PARENTAL_RESPONSIBILITY, null, null),
                        aged(9),
                        "/givenBy/name"),
                arguments(
                        "parent of an adult",
                        terms(Capacity.PARENTAL_RESPONSIBILITY, "Ada Marlow", null),
                        aged(18),
                        "/givenBy/capacity"),
                arguments("court", terms(Capacity.COURT, "Family Court", null), null, null),
                arguments("age not known", terms(Capacity.ADULT, null, null), null, "/subject"),
                arguments(
                        "not born yet",
                        terms(Capacity.GILLICK_COMPETENT, null, ASSESSOR),
                        TODAY.plusDays(1),
                        "/givenBy/capacity"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("capacities")
    void whoMayConsentDependsOnTheAgeOfThatDay(
            String name, ConsentTerms terms, @Nullable LocalDate birthDate, @Nullable String pointer) {
        List<String> pointers = rules.violations(terms, birthDate, TODAY).stream()
                .map(Violation::pointer)
                .toList();
        assertThat(pointers).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void nonsenseIsNamedFieldByField() {
        ConsentTerms terms = new ConsentTerms(
                ConsentTerms.Answer.GIVEN,
                new ConsentTerms.GivenBy(Capacity.ADULT, null, null),
                Set.of(new Purpose("astrology"), new Purpose("section-85-notice")),
                new ConsentTerms.Recipients(Set.of(), Set.of(new RecipientId("nobody"))),
                Set.of(Category.POLICE),
                TODAY,
                TODAY.minusDays(1),
                new ConsentTerms.Evidence("form", null),
                TODAY.plusDays(1));
        assertThat(rules.violations(terms, aged(30), TODAY))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/until", "/obtainedOn", "/purposes", "/purposes", "/categories", "/recipients/ids");
    }

    @Test
    void whatAParentAgreedEndsBeforeTheEighteenthBirthday() {
        ConsentTerms terms = terms(Capacity.PARENTAL_RESPONSIBILITY, "Ada Marlow", null);
        LocalDate birthDate = TODAY.minusYears(18).plusDays(30);
        assertThat(RecordingRules.asTheyCanHold(terms, birthDate).until())
                .isEqualTo(birthDate.plusYears(18).minusDays(1));
        assertThat(RecordingRules.asTheyCanHold(terms, aged(9)).until()).isEqualTo(terms.until());
        ConsentTerms own = terms(Capacity.SIXTEEN_OR_SEVENTEEN, null, null);
        assertThat(RecordingRules.asTheyCanHold(own, birthDate)).isEqualTo(own);
    }
}
