package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import tools.jackson.databind.JsonNode;

/**
 * What a setting told about an admission, as {@code schema/admission.json} has it.
 *
 * @param subject the hub's id of the person, or demographics
 * @param expectedUntil the day until which the stay is likely to last, where somebody has said so
 * @param legalStatus national code
 */
public record Admission(
        @Nullable String visitNumber,
        JsonNode subject,
        Setting setting,
        Instant admittedAt,
        @Nullable LocalDate expectedUntil,
        Residence ordinaryResidence,
        @Nullable String legalStatus,
        @Nullable String ward) {

    /** Days are England's. */
    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /**
     * Where the child stays.
     *
     * @param authority GSS code of the council where it stands
     */
    public record Setting(
            @Nullable String odsCode,
            @Nullable String urn,
            @Nullable String name,
            SettingKind kind,
            Funding funding,
            String authority) {}

    /**
     * Where the child lived immediately before.
     *
     * @param authority GSS code of the council
     */
    public record Residence(
            @Nullable String authority, @Nullable Boolean noFixedAbode) {}

    /** The subject's id, where the setting sent one instead of demographics. */
    public Optional<PersonId> person() {
        return subject.has("personId")
                ? Optional.of(PersonId.of(subject.path("personId").asString()))
                : Optional.empty();
    }

    public LocalDate admittedOn() {
        return admittedAt.atZone(ENGLAND).toLocalDate();
    }

    @Override
    public String toString() {
        return "Admission[hidden]";
    }
}
