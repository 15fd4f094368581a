package org.partnerhub.referral.person.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.person.match.Children.NUMBER;
import static org.partnerhub.referral.person.match.Children.OTHER_NUMBER;
import static org.partnerhub.referral.person.match.Children.TEMPORARY_UPN;
import static org.partnerhub.referral.person.match.Children.UPN;
import static org.partnerhub.referral.person.match.Children.edie;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;
import org.partnerhub.referral.person.match.Candidate.Told;

class MatchingTest {

    private final Matching matching = new Matching(new CommonNames());

    private Match match(Children told, Children... known) {
        return matching.decide(
                told.described(),
                "another-agency",
                List.of(known).stream().map(Children::known).toList());
    }

    private void sure(Children told, Children known) {
        assertThat(match(told, known)).isInstanceOf(Match.Sure.class);
    }

    private void nobody(Children told, Children known) {
        assertThat(match(told, known)).isInstanceOf(Match.Nobody.class);
    }

    private void looked(Doubt doubt, Children told, Children known) {
        assertThat(match(told, known))
                .isInstanceOfSatisfying(
                        Match.Doubtful.class,
                        it -> assertThat(it.lookalikes().getFirst().doubts()).contains(doubt));
    }

    private void looked(Children told, Children known) {
        assertThat(match(told, known)).isInstanceOf(Match.Doubtful.class);
    }

    @Nested
    class Numbers {

        @Test
        void theSameNhsNumberIsTheSamePersonWhereNameAndBirthDateAgree() {
            sure(
                    edie().nhs(NUMBER).at(null, null).school(null),
                    edie().nhs(NUMBER).at("2 Elsewhere", "PE14 1ZZ").school("999002"));
        }

        @Test
        void anNhsNumberWithAnotherBirthDateIdentifiesNobody() {
            looked(Doubt.OTHER_BIRTH_DATE, edie().nhs(NUMBER).born("2008-11-23"), edie().nhs(NUMBER));
        }

        @Test
        void anNhsNumberWithAnotherNameIdentifiesNobody() {
            looked(Doubt.OTHER_GIVEN_NAME, edie().nhs(NUMBER).named("Ouseley", "Tobias"), edie().nhs(NUMBER));
            looked(Doubt.OTHER_GIVEN_NAME, edie().nhs(NUMBER).named("Marchbank", "Tobias"), edie().nhs(NUMBER));
        }

        @Test
        void anNhsNumberTypedWrongMakesAReviewAndNoMerge() {
            looked(Doubt.OTHER_NHS_NUMBER, edie().nhs(OTHER_NUMBER), edie().nhs(NUMBER));
        }

        @Test
        void theSamePupilNumberIsTheSamePersonWhereNameAndBirthDateAgree() {
            sure(edie().upn(UPN).at(null, null).school(null), edie().upn(UPN).at("2 Elsewhere", "PE14 1ZZ"));
            looked(Doubt.OTHER_BIRTH_DATE, edie().upn(UPN).born("2008-11-23"), edie().upn(UPN));
        }

        @Test
        void aTemporaryPupilNumberNeitherIdentifiesNorContradicts() {
            Children bare = edie().at(null, null).school(null).named("Marchbank", "Edie");
            looked(
                    bare.upn(TEMPORARY_UPN).born("2008-11-23"),
                    edie().upn(TEMPORARY_UPN).at("x", "PE15 8ZZ"));
            sure(edie().upn(TEMPORARY_UPN), edie().upn(UPN));
        }

        /** Kept and shown, but two agencies that copied the same wrong number do not describe one person by it. */
        @Test
        void aNumberThatFailsItsCheckIdentifiesNobody() {
            Children alike = edie().named("Marchbank", "Edie").at(null, null).school(null);

            sure(alike.number("an-agency", "9990001000"), alike.number("an-agency", "9990001000"));
            looked(
                    alike.number(AgencyNumber.UNVERIFIED_NHS, "9990001000"),
                    alike.number(AgencyNumber.UNVERIFIED_NHS, "9990001000"));
        }

        @Test
        void anAgencysOwnNumberIdentifiesWhereNameAndBirthDateAgree() {
            Children moved = edie().at("2 Elsewhere", "PE14 1ZZ").school(null);
            sure(
                    moved.number("cambridgeshire-constabulary", "35/NI/1234"),
                    edie().number("cambridgeshire-constabulary", "35 NI 1234"));
            looked(
                    Doubt.OTHER_GIVEN_NAME,
                    edie().number("cambridgeshire-constabulary", "35NI1234").named("Thornhay", "Tobias"),
                    edie().number("cambridgeshire-constabulary", "35NI1234"));
        }

        @Test
        void aSiblingsNumberOnAKnownChildsDescriptionMakesAReview() {
            Children sister = edie().named("Marchbank", "Florence").nhs(NUMBER);

            assertThat(match(edie().nhs(NUMBER), edie(), sister)).isInstanceOf(Match.Doubtful.class);
        }

        @Test
        void theNhsNumberDecidesWhereAnotherLooksAlike() {
            Candidate lookalike = edie().known();
            Candidate numbered = edie().nhs(NUMBER).known();

            assertThat(matching.decide(edie().nhs(NUMBER).described(), "x", List.of(lookalike, numbered)))
                    .isEqualTo(new Match.Sure(numbered.person(), numbered.person()));
        }
    }

    @Nested
    class Families {

        @Test
        void twinsAreTwoPeople() {
            nobody(edie().named("Marchbank", "Tobias"), edie());
            nobody(edie().named("Marchbank", "Florence").called("01354 555001"), edie().called("01354 555001"));
        }

        @Test
        void twinsWithNamesAlikeAreNotMergedByTheHub() {
            looked(Doubt.PERHAPS_A_TWIN, edie().named("Marchbank", "Ella"), edie().named("Marchbank", "Ellie"));
            looked(Doubt.PERHAPS_A_TWIN, edie().named("Marchbank", "E"), edie());
            looked(Doubt.PERHAPS_A_TWIN, edie().named("Khan", "Muhammad", "Ali"), edie().named("Khan", "Muhammad"));
            nobody(edie().named("Khan", "Muhammad", "Ali"), edie().named("Khan", "Mohammed", "Umar"));
        }

        @Test
        void twoTwinsKnownAreToldApartByAWholeName() {
            Candidate one = edie().named("Marchbank", "Mia").known();
            Candidate other = edie().named("Marchbank", "Maya").known();

            assertThat(matching.decide(edie().named("Marchbank", "Maya").described(), "x", List.of(one, other)))
                    .isEqualTo(new Match.Sure(other.person(), other.person()));
        }

        @Test
        void siblingsAtOneAddressAreTwoPeople() {
            nobody(edie().named("Marchbank", "Tobias").born("2009-02-11"), edie());
        }

        @Test
        void fatherAndSonOfOneNameAreTwoPeople() {
            Children son = edie().named("Marchbank", "Robert", "John").born("2012-03-19");
            nobody(son.born("1984-07-02").school(null).called("01354 555001"), son.called("01354 555001"));
            nobody(son.born("1982-03-19").school(null), son);
        }

        @Test
        void fatherAndSonOfOneNameAreNotMergedForWantOfABirthDate() {
            Children son = edie().named("Marchbank", "Robert", "John").called("01354 555001");
            looked(Doubt.NO_BIRTH_DATE, son.born(null).school(null), son);
        }

        @Test
        void aFathersRecordWithTheSonsNhsNumberIsLookedAt() {
            Children son =
                    edie().named("Marchbank", "Robert").born("2012-03-19").nhs(NUMBER);
            looked(Doubt.OTHER_BIRTH_DATE, son.born("1984-07-02"), son);
        }
    }

    @Nested
    class Mistakes {

        @Test
        void aChangedSurnameIsTheSamePersonAtTheSameHome() {
            sure(edie().named("Ouseley", "Edie", "Rose"), edie());
            sure(edie().named("Marchbank-Ouseley", "Edie"), edie());
            sure(edie().nhs(NUMBER).named("Ouseley", "Edie").at("2 Elsewhere", "PE14 1ZZ"), edie().nhs(NUMBER));
        }

        @Test
        void swappedDayAndMonthAreTheSamePerson() {
            sure(edie().born("2011-04-05"), edie());
        }

        @Test
        void oneWrongDigitInTheBirthDateIsTheSamePerson() {
            sure(edie().born("2011-05-14"), edie());
            sure(edie().born("2012-05-04"), edie());
        }

        @ParameterizedTest
        @CsvSource({
            "Mohammed, Muhammad",
            "Yusuf, Youssef",
            "Oleksandr, Alexander",
            "Aisha, Ayesha",
            "Kateryna, Katarzyna",
            "Mykhailo, Michael",
            "Олександр, Oleksandr",
            "Zofia, Sophie",
            "Siân, Sian",
            "Łukasz, Lucas"
        })
        void transliteratedNamesAreTheSameName(String one, String other) {
            sure(edie().named("Marchbank", one), edie().named("Marchbank", other));
        }

        @Test
        void transliteratedFamilyNamesAreTheSameName() {
            sure(edie().named("Choudhury", "Aisha"), edie().named("Chowdhury", "Ayesha"));
            sure(edie().named("Шевченко", "Дарина"), edie().named("Shevchenko", "Daryna"));
            sure(edie().named("al-Rahman", "Omar"), edie().named("Rahmaan", "Umar"));
        }

        @Test
        void shortAndOtherNamesInUseAreTheSamePerson() {
            sure(edie().named("Marchbank", "Bob"), edie().named("Marchbank", "Robert"));
            sure(edie().named("Marchbank", "James"), edie().named("Marchbank", "Thomas", "James"));
            sure(
                    edie().named("Marchbank", "Skye"),
                    edie().named("Marchbank", "Tobias").knownAs("Skye"));
        }

        @Test
        void aMissingPostcodeIsMadeUpForBySchoolOrStreet() {
            sure(edie().at(null, null), edie());
            sure(edie().at("14 Invented Row", null).school(null), edie());
            sure(edie().at(null, null).school(null).called("07700900123"), edie().called("+44 7700 900123"));
        }

        @Test
        void nameAndBirthDateAloneAreNotEnough() {
            Children bare = edie().named("Marchbank", "Edie").at(null, null).school(null);
            looked(Doubt.NOTHING_BUT_NAME_AND_BIRTH_DATE, bare, edie());
            looked(Doubt.NOTHING_BUT_NAME_AND_BIRTH_DATE, bare.nhs(NUMBER), edie());
        }

        @Test
        void aPostcodeMisreadIsTheSamePostcode() {
            sure(edie().at("14 Invented Row", "PEI5 8ZZ").school(null), edie());
            sure(edie().at("14 Invented Row", "PE15 82Z").school(null), edie());
            sure(edie().at("14 lnvented Row", "PE15 8ZY").school(null), edie());
        }

        @Test
        void namesSwappedMistypedOrMisreadAreTheSamePerson() {
            sure(edie().named("Edie", "Marchbank"), edie());
            sure(edie().named("Marchbnak", "Edei"), edie());
            sure(edie().named("March8ank", "Ed1e"), edie());
            sure(edie().named("MARCHBANK", " edie ", "Mrs"), edie());
        }

        @Test
        void aStandInIsNoName() {
            looked(Doubt.NO_GIVEN_NAME, edie().named("Marchbank", "Baby"), edie());
            looked(Doubt.NO_GIVEN_NAME, edie().named("Marchbank", "Unknown"), edie());
        }

        @Test
        void aFirstOfJanuaryStandsForADayThatNobodyKnows() {
            sure(edie().born("2011-01-01"), edie());
            looked(edie().born("2009-01-01"), edie());
        }

        @Test
        void aFamilyThatMovedAndLeftNoTraceIsLookedAt() {
            looked(
                    edie().named("Marchbank", "Edie")
                            .at("2 Elsewhere", "CB1 1ZZ")
                            .school("999002"),
                    edie());
        }
    }

    @Nested
    class SeveralWhoFit {

        @Test
        void whoeverCouldBeTwoPeopleIsTakenForNeither() {
            assertThat(match(edie(), edie(), edie()))
                    .isInstanceOfSatisfying(
                            Match.Doubtful.class,
                            it -> assertThat(it.lookalikes()).hasSize(2));
        }

        @Test
        void whatAnAgencySaidBeforeInTheSameWordsIsLinkedAsBefore() {
            PersonId before = PersonId.fresh();
            Candidate linked = new Candidate(before, List.of(new Told(before, "a-school", edie().described())));

            assertThat(matching.decide(edie().described(), "a-school", List.of(edie().known(), linked)))
                    .isEqualTo(new Match.Sure(before, before));
        }

        @Test
        void aDescriptionStaysWithTheIdWhoseWordsFitBest() {
            PersonId now = PersonId.fresh();
            PersonId merged = PersonId.fresh();
            Candidate person = new Candidate(
                    now,
                    List.of(
                            new Told(
                                    now,
                                    "police",
                                    edie().nhs(NUMBER)
                                            .at("2 Elsewhere", "PE14 1ZZ")
                                            .described()),
                            new Told(merged, "a-school", edie().described())));

            assertThat(matching.decide(edie().nhs(NUMBER).described(), "council", List.of(person)))
                    .isEqualTo(new Match.Sure(now, merged));
        }
    }
}
