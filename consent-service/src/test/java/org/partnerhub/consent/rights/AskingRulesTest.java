package org.partnerhub.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.rights.Asker.Capacity;
import org.partnerhub.contracts.schema.Violation;

class AskingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate AGED_9 = TODAY.minusYears(9);
    private static final LocalDate AGED_14 = TODAY.minusYears(14);
    private static final LocalDate AGED_16 = TODAY.minusYears(16);
    private static final LocalDate AGED_18 = TODAY.minusYears(18);
    private static final Asker.Competence ABLE = new Asker.Competence(true, "Social worker", TODAY.minusDays(3));
    private static final Asker.Competence NOT_ABLE = new Asker.Competence(false, "Head teacher", TODAY.minusDays(3));

    private static Asker self(Asker.@Nullable Competence competence) {
        return new Asker(Capacity.SELF, null, "Known to the worker", competence, null, null, null);
    }

    private static Asker parent(Asker.@Nullable Competence competence, @Nullable Boolean childAgrees) {
        return new Asker(
                Capacity.PARENTAL_RESPONSIBILITY, "Sam Example", "Passport seen", competence, childAgrees, null, null);
    }

    private static List<String> broken(Asker asker, @Nullable LocalDate birthDate) {
        return AskingRules.violations(asker, birthDate, TODAY).stream()
                .map(Violation::pointer)
                .toList();
    }

    @Test
    void aPersonAsksForThemselvesFromSixteenOnWithoutFurtherAdo() {
        assertThat(broken(self(null), AGED_16)).isEmpty();
        assertThat(broken(self(null), AGED_18)).isEmpty();
        assertThat(broken(self(null), AGED_16.plusDays(1))).containsExactly("/asker/competence");
    }

    @Test
    void aChildAsksForThemselvesWhereTheyWereFoundAble() {
        assertThat(broken(self(ABLE), AGED_14)).isEmpty();
        assertThat(broken(self(NOT_ABLE), AGED_9)).containsExactly("/asker/capacity");
    }

    @Test
    void aParentAsksForAChildWhoCannotYet() {
        assertThat(broken(parent(NOT_ABLE, null), AGED_9)).isEmpty();
        assertThat(broken(parent(null, null), AGED_9)).contains("/asker/competence");
    }

    @Test
    void aParentAsksForACompetentChildOnlyAsTheChildWishes() {
        assertThat(broken(parent(ABLE, null), AGED_14)).containsExactly("/asker/childAgrees");
        assertThat(broken(parent(ABLE, false), AGED_14)).containsExactly("/asker/childAgrees");
        assertThat(broken(parent(null, false), AGED_16)).containsExactly("/asker/childAgrees");
        assertThat(broken(parent(ABLE, true), AGED_14)).isEmpty();
        assertThat(broken(parent(null, true), AGED_16)).isEmpty();
    }

    @Test
    void orWhereItIsInTheChildsInterestForReasonsThatAreWrittenDown() {
        Asker asker = new Asker(
                Capacity.PARENTAL_RESPONSIBILITY,
                "Sam Example",
                "Passport seen",
                ABLE,
                false,
                "The child lies unconscious and the hospital needs the plan.",
                null);

        assertThat(broken(asker, AGED_14)).isEmpty();
    }

    @Test
    void nobodyIsParentOfAnAdult() {
        assertThat(broken(parent(null, true), AGED_18)).containsExactly("/asker/capacity");
    }

    @Test
    void whoeverActsForAnotherIsNamedAndShowsByWhatRight() {
        Asker solicitor = new Asker(Capacity.REPRESENTATIVE, null, "Letter head", null, null, null, null);

        assertThat(broken(solicitor, AGED_9)).containsExactly("/asker/name", "/asker/authority");
        assertThat(broken(
                        new Asker(
                                Capacity.REPRESENTATIVE,
                                "A. Solicitor",
                                "Letter head",
                                null,
                                null,
                                null,
                                "Signed authority of 1 November 2026"),
                        AGED_18))
                .isEmpty();
    }

    @Test
    void withoutADateOfBirthNobodyKnowsWhoMayAsk() {
        assertThat(broken(self(ABLE), null)).containsExactly("/person");
    }

    @Test
    void anAssessmentIsNotOfTomorrow() {
        assertThat(broken(self(new Asker.Competence(true, "Teacher", TODAY.plusDays(1))), AGED_14))
                .containsExactly("/asker/competence/assessedOn");
    }
}
