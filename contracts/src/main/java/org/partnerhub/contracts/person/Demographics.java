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
 * @param agencyNumbers by which councils, the police and others know the person
 * @param knownAs other names in use, such as a short form or a name before
 * @param whereaboutsProtected true where the sender's record is marked restricted or the address is a refuge; nothing else says no
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Demographics(
        @Nullable NhsNumber nhsNumber,
        @Nullable String nhsNumberAbsent,
        @Nullable String upn,
        PersonName name,
        @Nullable LocalDate birthDate,
        @Nullable Address address,
        @Nullable String telephone,
        @Nullable String authority,
        @Nullable String schoolUrn,
        List<AgencyNumber> agencyNumbers,
        List<String> knownAs,
        @Nullable Boolean whereaboutsProtected) {

    /** What a sender leaves out is empty, whatever its JSON says. */
    public Demographics {
        agencyNumbers = orNone(agencyNumbers);
        knownAs = orNone(knownAs);
    }

    /** A description with nothing of what few senders give. */
    public Demographics(
            @Nullable NhsNumber nhsNumber,
            @Nullable String nhsNumberAbsent,
            @Nullable String upn,
            PersonName name,
            @Nullable LocalDate birthDate,
            @Nullable Address address,
            @Nullable String telephone,
            @Nullable String authority,
            @Nullable String schoolUrn) {
        this(
                nhsNumber,
                nhsNumberAbsent,
                upn,
                name,
                birthDate,
                address,
                telephone,
                authority,
                schoolUrn,
                List.of(),
                List.of(),
                null);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** Whether the sender says that nobody may learn where the person is. */
    public boolean protectsWhereabouts() {
        return Boolean.TRUE.equals(whereaboutsProtected) || "protected".equals(nhsNumberAbsent);
    }

    /**
     * An agency's own number of a person.
     *
     * @param issuer code of the agency, such as its partner id
     */
    public record AgencyNumber(String issuer, String value) {

        /** Stands for the issuer of an NHS number that fails its check or could not be traced: kept, shown, never matched by. */
        public static final String UNVERIFIED_NHS = "unverified-nhs-number";

        /** Whether a person may be recognised by it. */
        public boolean isVerified() {
            return !issuer.equals(UNVERIFIED_NHS);
        }

        @Override
        public String toString() {
            return "AgencyNumber[hidden]";
        }
    }

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
