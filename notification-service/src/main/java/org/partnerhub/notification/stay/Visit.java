package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;

/**
 * One time in one setting, as all its reports together tell it.
 *
 * @param id the admission's id
 * @param number 0 for the first, counted on where a setting uses the same number again after a discharge
 * @param admittedSaid whether a report gave the time of admission; otherwise it is the earliest that is known
 * @param likelySince when it was first written down that it would last twelve weeks, as was then known
 * @param legalStatuses every code that any report gave
 * @param leftForGood what somebody settled about a discharge to another hospital
 * @param unbroken what somebody settled about a return
 */
public record Visit(
        UUID id,
        int number,
        PartnerId partner,
        boolean admitted,
        boolean cancelled,
        @Nullable PatientClass patientClass,
        @Nullable Instant admittedAt,
        boolean admittedSaid,
        @Nullable Instant dischargedAt,
        @Nullable String destination,
        @Nullable String dischargeMethod,
        @Nullable Instant dischargePlannedFor,
        @Nullable LocalDate expectedUntil,
        @Nullable Instant likelySince,
        boolean onLeave,
        @Nullable Setting setting,
        @Nullable Residence residence,
        Set<String> legalStatuses,
        @Nullable PersonId person,
        @Nullable Demographics subject,
        @Nullable LocalDate birthDate,
        @Nullable Boolean leftForGood,
        @Nullable Boolean unbroken) {

    /** DischargeDestinationEngland: the spell is not finished. */
    private static final String NOT_FINISHED = "98";

    /** DischargeMethodEngland: the spell is not finished. */
    private static final String NOT_DISCHARGED = "8";

    /** DischargeMethodEngland, DischargeDestinationEngland. */
    private static final Set<String> DIED = Set.of("4", "5");

    private static final String DIED_OR_STILLBORN = "79";

    /** DischargeDestinationEngland: another hospital. */
    private static final Set<String> ANOTHER_HOSPITAL = Set.of("49", "50", "51", "52", "53", "84", "87");

    public Visit {
        legalStatuses = Set.copyOf(legalStatuses);
    }

    /** Whether the child has, or had, a bed there. */
    public boolean isAccommodated() {
        return admitted && !cancelled && admittedAt != null && patientClass != PatientClass.VISITING;
    }

    /** When the child left, where it did: a spell that is not finished has not ended, whatever the report is called. */
    public @Nullable Instant endedAt() {
        boolean goesOn = NOT_FINISHED.equals(destination) || NOT_DISCHARGED.equals(dischargeMethod);
        return goesOn ? null : dischargedAt;
    }

    public boolean toAnotherHospital() {
        return destination != null && ANOTHER_HOSPITAL.contains(destination) && !Boolean.TRUE.equals(leftForGood);
    }

    public boolean endedByDeath() {
        return (dischargeMethod != null && DIED.contains(dischargeMethod)) || DIED_OR_STILLBORN.equals(destination);
    }

    /** The statuses in order, for showing. */
    public Set<String> sortedLegalStatuses() {
        return new TreeSet<>(legalStatuses);
    }

    @Override
    public String toString() {
        return "Visit[" + id + "/" + number + "]";
    }
}
