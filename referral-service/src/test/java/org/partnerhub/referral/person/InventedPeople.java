package org.partnerhub.referral.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.Address;
import org.partnerhub.contracts.person.Demographics.PersonName;

/** Children who do not exist, described as agencies would. */
public final class InventedPeople {

    public static final NhsNumber NUMBER = new NhsNumber("9990000018");
    public static final NhsNumber OTHER_NUMBER = new NhsNumber("9990000026");
    public static final LocalDate BORN = LocalDate.of(2011, 5, 4);

    private InventedPeople() {}

    /** As a school describes a pupil. */
    public static Demographics pupil(@Nullable NhsNumber nhsNumber, @Nullable String upn) {
        return described(nhsNumber, upn, "Edie", "Marchbank", BORN, "PE15 8ZZ", "999001");
    }

    public static Demographics described(
            @Nullable NhsNumber nhsNumber,
            @Nullable String upn,
            String given,
            String family,
            @Nullable LocalDate born,
            @Nullable String postcode,
            @Nullable String schoolUrn) {
        return new Demographics(
                nhsNumber,
                nhsNumber == null ? "not-known" : null,
                upn,
                new PersonName(List.of(given), family),
                born,
                postcode == null ? null : new Address(List.of("1 Invented Row"), postcode),
                null,
                "E10000003",
                schoolUrn);
    }

    public static KnownPerson known(Demographics demographics) {
        return new KnownPerson(PersonId.fresh(), demographics, false);
    }
}
