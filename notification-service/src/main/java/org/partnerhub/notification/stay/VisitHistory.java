package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.notification.partner.Settings;

/**
 * Reads the reports about one of a setting's visit numbers, in the order in which they were written down. What comes out depends on
 * which reports there are and on nothing else: not on when or how often each arrived.
 */
public final class VisitHistory {

    private final UUID id;
    private final PartnerId partner;
    private final Settings settings;
    private final Procedure procedure;
    private final List<Visit> ended = new ArrayList<>();
    private Reading now = new Reading();

    private VisitHistory(UUID id, PartnerId partner, Settings settings, Procedure procedure) {
        this.id = id;
        this.partner = partner;
        this.settings = settings;
        this.procedure = procedure;
    }

    /**
     * The visits that the reports tell of: one, or more where the setting used its number again after a discharge.
     *
     * @param reports about the visit, and about its patient
     */
    public static List<Visit> read(
            UUID id, PartnerId partner, Collection<Told> reports, Settings settings, Procedure procedure) {
        VisitHistory history = new VisitHistory(id, partner, settings, procedure);
        TreeSet<Told> inOrder = new TreeSet<>(Told.AS_WRITTEN);
        inOrder.addAll(reports);
        inOrder.stream().map(Told::report).forEach(history::next);
        List<Visit> visits = new ArrayList<>(history.ended);
        visits.add(history.now.visit(history.ended.size()));
        return visits;
    }

    private void next(StayReport report) {
        if (now.isOverBefore(report.admittedAt()) && report.event() != StayEvent.ANSWERED) {
            ended.add(now.visit(ended.size()));
            now = now.again();
        }
        now.take(report);
    }

    /** What is known after the reports so far. */
    private final class Reading {

        private boolean admitted;
        private boolean cancelled;
        private @Nullable PatientClass patientClass;
        private @Nullable Instant admittedAt;
        private @Nullable Instant earliest;
        private @Nullable Instant dischargedAt;
        private @Nullable String destination;
        private @Nullable String dischargeMethod;
        private @Nullable Instant dischargePlannedFor;
        private @Nullable LocalDate expectedUntil;
        private @Nullable Integer expectedDays;
        private @Nullable Instant likelySince;
        private boolean onLeave;
        private @Nullable Setting setting;
        private @Nullable Setting settingBefore;
        private @Nullable Funding funding;
        private @Nullable Residence residence;
        private final TreeSet<String> legalStatuses = new TreeSet<>();
        private @Nullable PersonId person;
        private @Nullable Demographics subject;
        private @Nullable LocalDate birthDate;
        private @Nullable Boolean leftForGood;
        private @Nullable Boolean unbroken;

        /** A setting that says a later admission under the same number has admitted the child anew. */
        boolean isOverBefore(@Nullable Instant another) {
            return another != null
                    && dischargedAt != null
                    && admittedAt != null
                    && another.isAfter(dischargedAt)
                    && another.isAfter(admittedAt);
        }

        /** The next time under the same number: the person, where it is and who pays are known, nothing else. */
        Reading again() {
            Reading next = new Reading();
            next.setting = setting;
            next.residence = residence;
            next.person = person;
            next.subject = subject;
            next.birthDate = birthDate;
            return next;
        }

        void take(StayReport report) {
            person(report);
            if (report.event() != StayEvent.PERSON_UPDATED && report.event() != StayEvent.PATIENTS_MERGED) {
                values(report);
            }
            switch (report.event()) {
                case ADMITTED -> {
                    admitted = true;
                    cancelled = false;
                }
                case TRANSFERRED, DISCHARGE_PLANNED -> admitted = true;
                case WENT_ON_LEAVE -> {
                    admitted = true;
                    onLeave = true;
                }
                case CAME_BACK -> {
                    admitted = true;
                    onLeave = false;
                }
                case DISCHARGED -> discharged(report);
                case DISCHARGE_CANCELLED -> notDischarged();
                case DISCHARGE_PLAN_CANCELLED -> {
                    dischargePlannedFor = null;
                    expectedUntil = null;
                    expectedDays = null;
                    values(report);
                }
                case TRANSFER_CANCELLED -> setting = report.setting() == null ? settingBefore : report.setting();
                case ADMISSION_CANCELLED -> cancelled = true;
                case UPDATED -> admitted |= report.patientClass() == PatientClass.INPATIENT;
                case REGISTERED -> admitted |= report.patientClass() == PatientClass.INPATIENT;
                case PRE_ADMITTED, PERSON_UPDATED, PATIENTS_MERGED, ANSWERED -> {}
            }
            if (likelySince == null && isLikely()) {
                likelySince = report.saidAt();
            }
        }

        private void discharged(StayReport report) {
            admitted = true;
            dischargedAt = report.dischargedAt() == null ? report.saidAt() : report.dischargedAt();
            destination = report.dischargeDestination();
            dischargeMethod = report.dischargeMethod();
        }

        private void notDischarged() {
            admitted = true;
            dischargedAt = null;
            destination = null;
            dischargeMethod = null;
        }

        /** Takes over what the report says and keeps the rest. */
        private void values(StayReport report) {
            patientClass = or(report.patientClass(), patientClass);
            admittedAt = or(report.admittedAt(), admittedAt);
            earliest = earlier(earliest, moment(report));
            dischargePlannedFor = or(report.dischargePlannedFor(), dischargePlannedFor);
            expectation(report);
            place(report);
            if (report.legalStatus() != null) {
                legalStatuses.add(report.legalStatus());
            }
            leftForGood = or(report.left(), leftForGood);
            unbroken = or(report.unbroken(), unbroken);
            correctedDischarge(report);
        }

        private void person(StayReport report) {
            person = or(report.person(), person);
            subject = or(report.subject(), subject);
            birthDate = or(report.birthDate(), birthDate);
            residence = or(report.ordinaryResidence(), residence);
        }

        private void correctedDischarge(StayReport report) {
            if (dischargedAt != null && report.event() == StayEvent.UPDATED) {
                dischargedAt = or(report.dischargedAt(), dischargedAt);
                destination = or(report.dischargeDestination(), destination);
                dischargeMethod = or(report.dischargeMethod(), dischargeMethod);
            }
        }

        private void expectation(StayReport report) {
            if (report.expectedUntil() != null) {
                expectedUntil = report.expectedUntil();
                expectedDays = null;
            } else if (report.expectedDays() != null) {
                expectedDays = report.expectedDays();
                expectedUntil = null;
            }
        }

        private void place(StayReport report) {
            Setting said = report.setting() == null ? settings.of(partner, report.site()) : report.setting();
            if (report.setting() != null || (report.site() != null && said != null) || setting == null) {
                settingBefore = report.event() == StayEvent.TRANSFERRED ? setting : settingBefore;
                setting = or(said, setting);
            }
            funding = or(report.funding(), funding);
        }

        private boolean isLikely() {
            LocalDate until = until();
            Instant start = start();
            return until != null
                    && start != null
                    && !until.isBefore(EnglandsDays.dayOf(start).plusDays(procedure.longStayDays()));
        }

        private @Nullable LocalDate until() {
            if (expectedDays != null && start() != null) {
                return EnglandsDays.dayOf(Objects.requireNonNull(start())).plusDays(expectedDays);
            }
            return expectedUntil != null
                    ? expectedUntil
                    : dischargePlannedFor == null ? null : EnglandsDays.dayOf(dischargePlannedFor);
        }

        private @Nullable Instant start() {
            return admittedAt == null ? earliest : admittedAt;
        }

        Visit visit(int number) {
            Setting place = setting;
            if (place != null && funding != null) {
                place = place.paidBy(funding);
            }
            return new Visit(
                    id,
                    number,
                    partner,
                    admitted,
                    cancelled,
                    patientClass,
                    start(),
                    admittedAt != null,
                    dischargedAt,
                    destination,
                    dischargeMethod,
                    dischargePlannedFor,
                    until(),
                    likelySince,
                    onLeave,
                    place,
                    residence,
                    legalStatuses,
                    person,
                    subject,
                    birthDate,
                    leftForGood,
                    unbroken);
        }
    }

    /** When the child was certainly there, where no report gives the time of admission. */
    private static @Nullable Instant moment(StayReport report) {
        return switch (report.event()) {
            case ADMITTED, TRANSFERRED, WENT_ON_LEAVE, CAME_BACK, DISCHARGE_PLANNED -> report.saidAt();
            case DISCHARGED -> report.dischargedAt() == null ? report.saidAt() : report.dischargedAt();
            case PRE_ADMITTED,
                    REGISTERED,
                    UPDATED,
                    PERSON_UPDATED,
                    TRANSFER_CANCELLED,
                    DISCHARGE_PLAN_CANCELLED,
                    DISCHARGE_CANCELLED,
                    ADMISSION_CANCELLED,
                    PATIENTS_MERGED,
                    ANSWERED -> null;
        };
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
