package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;

/**
 * One report about a stay, from JSON, FHIR or HL7 v2; what it does not say is absent. Named fields only: nobody's story, diagnosis or
 * relatives.
 *
 * @param saidAt when the setting wrote it down; the later of two reports counts
 * @param visitNumber the setting's own number of the stay
 * @param patient the setting's own number of the patient
 * @param formerPatient the number that is merged into {@code patient}
 * @param person the hub's id, where the setting knows it
 * @param site ODS code of the site, where a setting has several
 * @param expectedDays days after the admission that it is likely to last
 * @param dischargePlannedFor when the child is meant to leave
 * @param dischargeDestination national code (DischargeDestinationEngland)
 * @param dischargeMethod national code (DischargeMethodEngland)
 * @param legalStatus national code (LegalStatusClassificationEngland)
 * @param funding who pays, where that alone was found out
 * @param birthDate where it was found out
 * @param unbroken whether the stay goes on from the one before, where somebody settled it
 * @param left whether the child has left for good, where somebody settled it
 * @param by role of whoever answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StayReport(
        StayEvent event,
        Instant saidAt,
        @Nullable String visitNumber,
        @Nullable String patient,
        @Nullable String formerPatient,
        @Nullable PersonId person,
        @Nullable Demographics subject,
        @Nullable PatientClass patientClass,
        @Nullable Setting setting,
        @Nullable String site,
        @Nullable Instant admittedAt,
        @Nullable Instant dischargedAt,
        @Nullable LocalDate expectedUntil,
        @Nullable Integer expectedDays,
        @Nullable Instant dischargePlannedFor,
        @Nullable String dischargeDestination,
        @Nullable String dischargeMethod,
        @Nullable Residence ordinaryResidence,
        @Nullable String legalStatus,
        @Nullable String ward,
        @Nullable Funding funding,
        @Nullable LocalDate birthDate,
        @Nullable Boolean unbroken,
        @Nullable Boolean left,
        @Nullable String by) {

    @Override
    public String toString() {
        return "StayReport[" + event + ", " + saidAt + "]";
    }

    /** An empty report of an event, to be filled. */
    public static Builder of(StayEvent event, Instant saidAt) {
        return new Builder(event, saidAt);
    }

    /** Fills a report; what is not set stays absent. */
    public static final class Builder {

        private final StayEvent event;
        private final Instant saidAt;
        private @Nullable String visitNumber;
        private @Nullable String patient;
        private @Nullable String formerPatient;
        private @Nullable PersonId person;
        private @Nullable Demographics subject;
        private @Nullable PatientClass patientClass;
        private @Nullable Setting setting;
        private @Nullable String site;
        private @Nullable Instant admittedAt;
        private @Nullable Instant dischargedAt;
        private @Nullable LocalDate expectedUntil;
        private @Nullable Integer expectedDays;
        private @Nullable Instant dischargePlannedFor;
        private @Nullable String dischargeDestination;
        private @Nullable String dischargeMethod;
        private @Nullable Residence ordinaryResidence;
        private @Nullable String legalStatus;
        private @Nullable String ward;
        private @Nullable Funding funding;
        private @Nullable LocalDate birthDate;
        private @Nullable Boolean unbroken;
        private @Nullable Boolean left;
        private @Nullable String by;

        private Builder(StayEvent event, Instant saidAt) {
            this.event = event;
            this.saidAt = saidAt;
        }

        public Builder visitNumber(@Nullable String value) {
            visitNumber = value;
            return this;
        }

        public Builder patient(@Nullable String value) {
            patient = value;
            return this;
        }

        public Builder formerPatient(@Nullable String value) {
            formerPatient = value;
            return this;
        }

        public Builder person(@Nullable PersonId value) {
            person = value;
            return this;
        }

        public Builder subject(@Nullable Demographics value) {
            subject = value;
            return this;
        }

        public Builder patientClass(@Nullable PatientClass value) {
            patientClass = value;
            return this;
        }

        public Builder setting(@Nullable Setting value) {
            setting = value;
            return this;
        }

        public Builder site(@Nullable String value) {
            site = value;
            return this;
        }

        public Builder admittedAt(@Nullable Instant value) {
            admittedAt = value;
            return this;
        }

        public Builder dischargedAt(@Nullable Instant value) {
            dischargedAt = value;
            return this;
        }

        public Builder expectedUntil(@Nullable LocalDate value) {
            expectedUntil = value;
            return this;
        }

        public Builder expectedDays(@Nullable Integer value) {
            expectedDays = value;
            return this;
        }

        public Builder dischargePlannedFor(@Nullable Instant value) {
            dischargePlannedFor = value;
            return this;
        }

        public Builder dischargeDestination(@Nullable String value) {
            dischargeDestination = value;
            return this;
        }

        public Builder dischargeMethod(@Nullable String value) {
            dischargeMethod = value;
            return this;
        }

        public Builder ordinaryResidence(@Nullable Residence value) {
            ordinaryResidence = value;
            return this;
        }

        public Builder legalStatus(@Nullable String value) {
            legalStatus = value;
            return this;
        }

        public Builder ward(@Nullable String value) {
            ward = value;
            return this;
        }

        public Builder funding(@Nullable Funding value) {
            funding = value;
            return this;
        }

        public Builder birthDate(@Nullable LocalDate value) {
            birthDate = value;
            return this;
        }

        public Builder unbroken(@Nullable Boolean value) {
            unbroken = value;
            return this;
        }

        public Builder left(@Nullable Boolean value) {
            left = value;
            return this;
        }

        public Builder by(@Nullable String value) {
            by = value;
            return this;
        }

        public StayReport build() {
            return new StayReport(
                    event,
                    saidAt,
                    visitNumber,
                    patient,
                    formerPatient,
                    person,
                    subject,
                    patientClass,
                    setting,
                    site,
                    admittedAt,
                    dischargedAt,
                    expectedUntil,
                    expectedDays,
                    dischargePlannedFor,
                    dischargeDestination,
                    dischargeMethod,
                    ordinaryResidence,
                    legalStatus,
                    ward,
                    funding,
                    birthDate,
                    unbroken,
                    left,
                    by);
        }
    }
}
