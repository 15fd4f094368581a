package org.partnerhub.fhir.admission.incoming;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.fhir.admission.ReadMessage;

/**
 * Reads ADT messages of versions 2.3 to 2.8, leniently: what the hub does not need may be as odd as it likes. Fields: HL7 v2.5.1 chapter
 * 3, and how NHS systems fill them (PV1-36 discharge method, PV1-37 discharge destination, both as national codes).
 */
public final class AdtReading {

    private static final String ODS = "[A-Z0-9]{3,12}";
    private static final int LONGEST_KEY = 100;

    private final Set<String> processingIds;
    private final Set<String> legalStatusCodes;
    private final Clock clock;

    /**
     * A reader.
     *
     * @param processingIds of MSH-11 that are meant in earnest; empty counts as {@code P}
     * @param legalStatusCodes of OBX-3 under which the sender gives the legal status
     */
    public AdtReading(Set<String> processingIds, Set<String> legalStatusCodes, Clock clock) {
        this.processingIds = Set.copyOf(processingIds);
        this.legalStatusCodes = Set.copyOf(legalStatusCodes);
        this.clock = clock;
    }

    public ReadMessage read(String text) {
        Segments message;
        try {
            message = Segments.of(text);
        } catch (HL7Exception unreadable) {
            return new ReadMessage.Unreadable("", "not-hl7", "Send HL7 v2 that begins with a whole MSH segment.");
        }
        String key = or(message.field("MSH", 10), "");
        if (key.length() > LONGEST_KEY) {
            return new ReadMessage.Unreadable("", "control-id-too-long", "MSH-10 has at most 100 characters.");
        }
        return refusal(message, key).orElseGet(() -> about(message, key));
    }

    private Optional<ReadMessage> refusal(Segments message, String key) {
        if (!"ADT".equals(message.component("MSH", 9, 0, 1))) {
            return refused(key, "message-type", "Only ADT messages are taken here (MSH-9.1).");
        }
        if (StayEvent.ofTrigger(trigger(message)).isEmpty()) {
            return refused(key, "trigger-event", "This trigger event is not followed (MSH-9.2).");
        }
        String processing = or(message.field("MSH", 11), "P");
        if (!processingIds.contains(processing)) {
            return refused(key, "processing-id", "Messages for training or testing are not taken here (MSH-11).");
        }
        return Optional.empty();
    }

    private static Optional<ReadMessage> refused(String key, String code, String words) {
        return Optional.of(new ReadMessage.Refused(key, code, words));
    }

    private ReadMessage about(Segments message, String key) {
        if (key.isEmpty()) {
            return new ReadMessage.Unreadable(key, "no-control-id", "Give each message its own id in MSH-10.");
        }
        Segment pid = message.first("PID");
        if (pid == null) {
            return new ReadMessage.Unreadable(key, "no-patient", "Send the patient in PID.");
        }
        StayEvent event = StayEvent.ofTrigger(trigger(message)).orElseThrow();
        PidReading patient = new PidReading(pid);
        Segment merge = message.first("MRG");
        if (patient.demographics() == null) {
            return new ReadMessage.Unreadable(key, "no-name", "Send the patient's family and given name in PID-5.");
        }
        if (event == StayEvent.PATIENTS_MERGED && (merge == null || PidReading.former(merge) == null)) {
            return new ReadMessage.Unreadable(key, "no-former-patient", "Name the former patient in MRG-1.");
        }
        if (isAboutThePatient(event) && patient.patient() == null) {
            return new ReadMessage.Unreadable(
                    key, "no-patient-number", "Send your own number of the patient in PID-3.");
        }
        String remark = patient.hasBadNhsNumber() ? "The NHS number fails its check and was not used." : "";
        return new ReadMessage.Taken(key, report(message, event, patient, merge), remark);
    }

    private static boolean isAboutThePatient(StayEvent event) {
        return event == StayEvent.PERSON_UPDATED || event == StayEvent.PATIENTS_MERGED;
    }

    private StayReport report(Segments message, StayEvent event, PidReading patient, @Nullable Segment merge) {
        Instant said = said(message);
        StayReport.Builder report = StayReport.of(event, said)
                .patient(patient.patient())
                .formerPatient(merge == null || event != StayEvent.PATIENTS_MERGED ? null : PidReading.former(merge))
                .subject(patient.demographics())
                .ordinaryResidence(patient.residence());
        if (isAboutThePatient(event)) {
            return report.build();
        }
        Instant discharged = Hl7Time.instant(message.field("PV1", 45));
        boolean left = event == StayEvent.DISCHARGED || (event == StayEvent.UPDATED && discharged != null);
        return report.visitNumber(shortened(message.field("PV1", 19)))
                .patientClass(patientClass(message.field("PV1", 2)))
                .site(site(message))
                .ward(shortened(message.component("PV1", 3, 0, 1)))
                .admittedAt(admittedAt(message, event, said))
                .dischargedAt(
                        event == StayEvent.DISCHARGED && discharged == null ? occurred(message, said) : discharged)
                .dischargeMethod(left ? matching(message.field("PV1", 36), "[0-9]") : null)
                .dischargeDestination(left ? matching(message.field("PV1", 37), "[0-9]{2}") : null)
                .expectedUntil(event == StayEvent.DISCHARGE_PLANNED ? null : Hl7Time.day(message.field("PV2", 9)))
                .expectedDays(days(message.field("PV2", 10)))
                .dischargePlannedFor(event == StayEvent.DISCHARGE_PLANNED ? planned(message) : null)
                .legalStatus(legalStatus(message))
                .build();
    }

    /** When it was written down: EVN-2, else MSH-7; a clock that runs ahead is not believed. */
    private Instant said(Segments message) {
        Instant now = clock.instant();
        for (String stamp : new String[] {message.field("EVN", 2), message.field("MSH", 7)}) {
            Instant said = Hl7Time.instant(stamp);
            if (said != null && !said.isAfter(now)) {
                return said;
            }
        }
        return now;
    }

    private static Instant occurred(Segments message, Instant said) {
        Instant occurred = Hl7Time.instant(message.field("EVN", 6));
        return occurred == null || occurred.isAfter(said) ? said : occurred;
    }

    private static @Nullable Instant admittedAt(Segments message, StayEvent event, Instant said) {
        Instant admitted = Hl7Time.instant(message.field("PV1", 44));
        return admitted == null && event == StayEvent.ADMITTED ? occurred(message, said) : admitted;
    }

    /** A16: PV2-9, else the time that EVN-3 plans. */
    private static @Nullable Instant planned(Segments message) {
        Instant expected = Hl7Time.instant(message.field("PV2", 9));
        return expected == null ? Hl7Time.instant(message.field("EVN", 3)) : expected;
    }

    private @Nullable String legalStatus(Segments message) {
        for (Segment observation : message.all("OBX")) {
            String code = Segments.component(observation, 3, 0, 1);
            String value = Segments.component(observation, 5, 0, 1);
            if (code != null && legalStatusCodes.contains(code) && value != null && value.matches("[0-9]{2}")) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable PatientClass patientClass(@Nullable String code) {
        return code == null
                ? null
                : switch (code.toUpperCase(Locale.ROOT)) {
                    case "I" -> PatientClass.INPATIENT;
                    case "P" -> PatientClass.PRE_ADMITTED;
                    case "O", "E", "C", "R" -> PatientClass.VISITING;
                    default -> PatientClass.OTHER;
                };
    }

    /** PV1-3.4: the site, where it is an ODS code. */
    private static @Nullable String site(Segments message) {
        return matching(message.component("PV1", 3, 0, 4), ODS);
    }

    private static @Nullable Integer days(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String matching(@Nullable String value, String form) {
        return value != null && value.matches(form) ? value : null;
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value != null && value.length() > 120 ? value.substring(0, 120) : value;
    }

    private static String trigger(Segments message) {
        String trigger = message.component("MSH", 9, 0, 2);
        return or(trigger == null ? message.field("EVN", 1) : trigger, "");
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
