package org.partnerhub.referral.person.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.Address;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.referral.person.KnownPerson;

/** People as the database holds them. */
final class PersonRows {

    private PersonRows() {}

    static KnownPerson person(ResultSet row, int number) throws SQLException {
        String nhsNumber = row.getString("nhs_number");
        Demographics demographics = new Demographics(
                nhsNumber == null ? null : new NhsNumber(nhsNumber),
                row.getString("nhs_number_absent"),
                row.getString("upn"),
                new PersonName(
                        List.of((String[]) row.getArray("given_names").getArray()), row.getString("family_name")),
                row.getObject("birth_date", LocalDate.class),
                address(row),
                row.getString("telephone"),
                row.getString("authority"),
                row.getString("school_urn"));
        return new KnownPerson(
                new PersonId(row.getObject("current_id", UUID.class)),
                demographics,
                row.getBoolean("protected_whereabouts"));
    }

    private static @Nullable Address address(ResultSet row) throws SQLException {
        var lines = row.getArray("address_lines");
        return lines == null ? null : new Address(List.of((String[]) lines.getArray()), row.getString("postcode"));
    }
}
