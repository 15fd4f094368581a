package org.partnerhub.referral.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;

/**
 * Whom an officer looks for: by an id, a number, or name and date of birth; the schema lets one of these through.
 *
 * @param reason the officer's own words, for the disclosure log
 */
public record PersonSearch(
        String reason,
        @Nullable PersonId person,
        @Nullable NhsNumber nhsNumber,
        @Nullable String upn,
        Demographics.@Nullable PersonName name,
        @Nullable LocalDate birthDate) {

    /** As an agency would describe them; nothing where the hub's id is given. */
    public Demographics described() {
        return new Demographics(
                nhsNumber,
                null,
                upn,
                name == null ? new Demographics.PersonName(List.of(), "") : name,
                birthDate,
                null,
                null,
                null,
                null);
    }

    /** What was searched for, as the log keeps a hash of it where nobody is found. */
    public List<String> terms() {
        return Stream.of(
                        person,
                        nhsNumber == null ? null : nhsNumber.value(),
                        upn,
                        name == null ? null : name.family() + " " + birthDate)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    @Override
    public String toString() {
        return "PersonSearch[hidden]";
    }
}
