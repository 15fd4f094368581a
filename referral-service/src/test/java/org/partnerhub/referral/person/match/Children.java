package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.Address;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.referral.person.match.Candidate.Told;

/** Children who do not exist, described by agencies that make mistakes. */
public record Children(
        @Nullable String nhsNumber,
        @Nullable String upn,
        List<String> given,
        String family,
        @Nullable LocalDate born,
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String telephone,
        @Nullable String school,
        List<AgencyNumber> numbers,
        List<String> knownAs) {

    static final String NUMBER = "9990000018";
    static final String OTHER_NUMBER = "9990000026";
    static final String UPN = "B801200005001";
    static final String TEMPORARY_UPN = "N80120000500A";

    /** As most agencies would describe one child: no number, but name, birth date, home and school. */
    static Children edie() {
        return new Children(
                null,
                null,
                List.of("Edie", "Rose"),
                "Marchbank",
                LocalDate.of(2011, 5, 4),
                "14 Invented Row",
                "PE15 8ZZ",
                null,
                "999001",
                List.of(),
                List.of());
    }

    Children named(String family, String... given) {
        return new Children(
                nhsNumber, upn, List.of(given), family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children born(@Nullable String date) {
        LocalDate born = date == null ? null : LocalDate.parse(date);
        return new Children(nhsNumber, upn, given, family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children nhs(@Nullable String number) {
        return new Children(number, upn, given, family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children upn(@Nullable String number) {
        return new Children(
                nhsNumber, number, given, family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children at(@Nullable String line, @Nullable String postcode) {
        return new Children(nhsNumber, upn, given, family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children school(@Nullable String urn) {
        return new Children(nhsNumber, upn, given, family, born, line, postcode, telephone, urn, numbers, knownAs);
    }

    Children called(@Nullable String telephone) {
        return new Children(nhsNumber, upn, given, family, born, line, postcode, telephone, school, numbers, knownAs);
    }

    Children number(String issuer, String value) {
        return new Children(
                nhsNumber,
                upn,
                given,
                family,
                born,
                line,
                postcode,
                telephone,
                school,
                List.of(new AgencyNumber(issuer, value)),
                knownAs);
    }

    Children knownAs(String... names) {
        return new Children(
                nhsNumber, upn, given, family, born, line, postcode, telephone, school, numbers, List.of(names));
    }

    /** As a referral would bring it. */
    public Demographics demographics() {
        return new Demographics(
                nhsNumber == null ? null : new NhsNumber(nhsNumber),
                nhsNumber == null ? "not-known" : null,
                upn,
                new PersonName(given, family),
                born,
                line == null && postcode == null
                        ? null
                        : new Address(line == null ? List.of() : List.of(line), postcode),
                telephone,
                "E10000003",
                school,
                numbers,
                knownAs,
                null);
    }

    Described described() {
        return Described.of(demographics());
    }

    /** The same as somebody whom the hub knows. */
    Candidate known() {
        PersonId id = PersonId.fresh();
        return new Candidate(id, List.of(new Told(id, "an-agency", described())));
    }
}
