package org.partnerhub.referral.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.person.InventedPeople.BORN;
import static org.partnerhub.referral.person.InventedPeople.NUMBER;
import static org.partnerhub.referral.person.InventedPeople.OTHER_NUMBER;
import static org.partnerhub.referral.person.InventedPeople.described;
import static org.partnerhub.referral.person.InventedPeople.known;
import static org.partnerhub.referral.person.InventedPeople.pupil;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.person.Demographics;

class RecognitionTest {

    private static final String UPN = "B801200005001";

    @Test
    void theSameNhsNumberIsTheSamePersonWhateverTheName() {
        KnownPerson person = known(pupil(NUMBER, null));

        assertThat(Recognition.among(List.of(person), described(NUMBER, null, "Edith", "Ouseley", BORN, null, null)))
                .contains(person);
    }

    @Test
    void theSamePupilNumberAndBirthDateIsTheSamePerson() {
        KnownPerson person = known(pupil(NUMBER, UPN));

        assertThat(Recognition.among(List.of(person), described(null, UPN, "Edie", "Ouseley", BORN, null, null)))
                .contains(person);
    }

    @Test
    void aPupilNumberWithAnotherBirthDateIsNotEnough() {
        KnownPerson person = known(pupil(null, UPN));
        Demographics told = described(null, UPN, "Edie", "Marchbank", BORN.plusDays(1), null, null);

        assertThat(Recognition.among(List.of(person), told)).isEmpty();
    }

    @Test
    void nameBirthDateAndPostcodeAreEnoughHoweverTheyAreWritten() {
        KnownPerson person = known(pupil(null, null));
        Demographics told = described(null, null, "EDIE", "marchbank", BORN, "PE158ZZ", null);

        assertThat(Recognition.among(List.of(person), told)).contains(person);
    }

    @Test
    void nameBirthDateAndSchoolAreEnough() {
        KnownPerson person = known(pupil(null, null));
        Demographics told = described(null, null, "Edie", "Marchbank", BORN, null, "999001");

        assertThat(Recognition.among(List.of(person), told)).contains(person);
    }

    @Test
    void nameAndBirthDateAloneAreNotEnough() {
        KnownPerson person = known(pupil(null, null));
        Demographics told = described(null, null, "Edie", "Marchbank", BORN, null, null);

        assertThat(Recognition.among(List.of(person), told)).isEmpty();
    }

    @Test
    void twinsAreTwoPeople() {
        KnownPerson twin = known(pupil(null, null));
        Demographics told = described(null, null, "Edgar", "Marchbank", BORN, "PE15 8ZZ", "999001");

        assertThat(Recognition.among(List.of(twin), told)).isEmpty();
    }

    @Test
    void twoNhsNumbersAreNeverOnePerson() {
        KnownPerson person = known(pupil(NUMBER, UPN));

        assertThat(Recognition.among(List.of(person), pupil(OTHER_NUMBER, UPN))).isEmpty();
    }

    @Test
    void whoeverCouldBeTwoPeopleIsRecognisedAsNeither() {
        KnownPerson one = known(pupil(null, null));
        KnownPerson other = known(pupil(null, null));

        assertThat(Recognition.among(List.of(one, other), pupil(null, null))).isEmpty();
    }

    @Test
    void theNhsNumberDecidesWhereAnotherLooksAlike() {
        KnownPerson numbered = known(pupil(NUMBER, null));
        KnownPerson lookalike = known(pupil(null, null));

        assertThat(Recognition.among(List.of(lookalike, numbered), pupil(NUMBER, null)))
                .contains(numbered);
    }
}
