package org.partnerhub.referral.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.person.InventedPeople.BORN;
import static org.partnerhub.referral.person.InventedPeople.NUMBER;
import static org.partnerhub.referral.person.InventedPeople.described;
import static org.partnerhub.referral.person.InventedPeople.known;
import static org.partnerhub.referral.person.InventedPeople.pupil;

import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.person.Demographics;

class KnownPersonTest {

    @Test
    void aLaterDescriptionFillsGapsAndKeepsWhoSomebodyIs() {
        KnownPerson person = known(pupil(null, null));

        Demographics now = person.completedBy(described(NUMBER, "B801200005001", "Edith", "Ouseley", BORN, null, null))
                .demographics();

        assertThat(now.nhsNumber()).isEqualTo(NUMBER);
        assertThat(now.nhsNumberAbsent()).isNull();
        assertThat(now.upn()).isEqualTo("B801200005001");
        assertThat(now.name()).isEqualTo(person.demographics().name());
        assertThat(now.address()).isEqualTo(person.demographics().address());
    }

    @Test
    void aFamilyThatMovedIsFoundAtItsNewAddressAndSchool() {
        KnownPerson person = known(pupil(NUMBER, null));

        Demographics now = person.completedBy(described(NUMBER, null, "Edie", "Marchbank", BORN, "PE14 1ZZ", "999002"))
                .demographics();

        assertThat(now.address())
                .isNotNull()
                .extracting(Demographics.Address::postcode)
                .isEqualTo("PE14 1ZZ");
        assertThat(now.schoolUrn()).isEqualTo("999002");
    }

    @Test
    void nothingOfAPersonIsPrintedByChance() {
        KnownPerson person = known(pupil(NUMBER, null));

        assertThat(person.toString()).doesNotContain("Edie", "Marchbank", "999", "PE15");
    }
}
