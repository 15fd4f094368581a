package org.partnerhub.contracts.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;

/**
 * Who somebody is, as one agency wrote it down.
 *
 * @param nhsNumberAbsent why there is no NHS number (Children's Wellbeing and Schools Act 2026 s.4), where there is none
 * @param upn unique pupil number
 * @param authority GSS code of the council that the sender names, such as {@code E10000003}; never guessed from the postcode
 * @param schoolUrn unique reference number of the school attended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demographics(
        @Nullable NhsNumber nhsNumber,
        @Nullable String nhsNumberAbsent,
        @Nullable String upn,
        PersonName name,
        @Nullable LocalDate birthDate,
        @Nullable Address address,
        @Nullable String telephone,
        @Nullable String authority,
        @Nullable String schoolUrn) {

    public record PersonName(List<String> given, String family) {
        public PersonName {
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "PersonName[hidden]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(List<String> lines, @Nullable String postcode) {
        public Address {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Address[hidden]";
        }
    }

    @Override
    public String toString() {
        return "Demographics[hidden]";
    }
}
