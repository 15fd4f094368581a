package org.partnerhub.fhir.message.incoming;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import tools.jackson.databind.json.JsonMapper;

/**
 * An encounter event: MessageHeader, Encounter, Patient. What happened is the reason's trigger event of HL7 v2 table 0003, else the
 * encounter's status.
 */
final class EncounterReading {

    private static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final Set<String> BED = Set.of("IMP", "ACUTE", "NONAC");
    private static final Map<Encounter.EncounterStatus, StayEvent> BY_STATUS = Map.of(
            Encounter.EncounterStatus.PLANNED, StayEvent.PRE_ADMITTED,
            Encounter.EncounterStatus.ARRIVED, StayEvent.ADMITTED,
            Encounter.EncounterStatus.INPROGRESS, StayEvent.ADMITTED,
            Encounter.EncounterStatus.ONLEAVE, StayEvent.WENT_ON_LEAVE,
            Encounter.EncounterStatus.FINISHED, StayEvent.DISCHARGED,
            Encounter.EncounterStatus.CANCELLED, StayEvent.ADMISSION_CANCELLED);

    private EncounterReading() {}

    static IncomingMessage.StayTold read(String id, MessageHeader header, Bundle bundle, Clock clock) {
        Encounter encounter = IncomingMessages.first(bundle, Encounter.class)
                .orElseThrow(() -> MessageRefused.invalid("Add the Encounter that the message is about."));
        Patient patient = IncomingMessages.first(bundle, Patient.class)
                .orElseThrow(() -> MessageRefused.invalid("Add the Patient of the Encounter."));
        List<String> remarks = new ArrayList<>();
        Demographics subject = demographics(patient, remarks);
        StayEvent event = event(header, encounter);
        StayReport report = StayReport.of(event, said(bundle, clock))
                .visitNumber(first(encounter.getIdentifier().stream()
                        .map(it -> it.getValue())
                        .filter(it -> it != null && it.length() <= 100)
                        .toList()))
                .patient(localNumber(patient))
                .subject(subject)
                .patientClass(patientClass(encounter))
                .site(site(encounter))
                .admittedAt(instant(encounter.getPeriod().getStart()))
                .dischargedAt(
                        event == StayEvent.DISCHARGED
                                ? instant(encounter.getPeriod().getEnd())
                                : null)
                .expectedUntil(event == StayEvent.DISCHARGE_PLANNED ? null : expectedUntil(encounter))
                .expectedDays(days(encounter))
                .dischargePlannedFor(event == StayEvent.DISCHARGE_PLANNED ? planned(encounter) : null)
                .dischargeMethod(code(encounter.getExtensionByUrl(UK_CORE + "DischargeMethod"), "[0-9]"))
                .dischargeDestination(code(encounter.getHospitalization().getDischargeDisposition(), "[0-9]{2}"))
                .ordinaryResidence(residence(encounter, patient))
                .legalStatus(legalStatus(encounter))
                .build();
        remarks.addAll(Unplaced.of(bundle, Carried.STAY).remarksOfWhatIsDropped());
        return new IncomingMessage.StayTold(id, report, remarks);
    }

    private static StayEvent event(MessageHeader header, Encounter encounter) {
        Optional<String> trigger = header.getReason().getCoding().stream()
                .filter(it -> it.getSystem() != null && it.getSystem().endsWith("/v2-0003"))
                .map(Coding::getCode)
                .findFirst();
        if (trigger.isPresent()) {
            return StayEvent.ofTrigger(trigger.get())
                    .orElseThrow(() -> MessageRefused.unknownCombination(
                            "This trigger event is not followed; the capability statement lists them."));
        }
        StayEvent event = BY_STATUS.get(encounter.getStatus());
        if (event == null) {
            throw MessageRefused.unknownCombination("Name the trigger event of table 0003 as the message's reason.");
        }
        return event;
    }

    private static Instant said(Bundle bundle, Clock clock) {
        Instant now = clock.instant();
        Instant said = instant(bundle.getTimestamp());
        return said == null || said.isAfter(now) ? now : said;
    }

    private static Demographics demographics(Patient patient, List<String> remarks) {
        Map<String, Object> subject = PatientReading.subject(patient, remarks);
        subject.keySet().removeAll(Set.of("address", "telephone"));
        return JsonMapper.shared().convertValue(subject, Demographics.class);
    }

    private static @Nullable String localNumber(Patient patient) {
        return first(patient.getIdentifier().stream()
                .filter(it -> it.hasValue() && it.hasSystem())
                .filter(it -> !Bars.sameSystem(it.getSystem(), NhsNumber.SYSTEM))
                .filter(it -> !Bars.sameSystem(it.getSystem(), Hub.UPN))
                .map(it -> it.getValue() + "@" + it.getSystem())
                .filter(it -> it.length() <= 200)
                .toList());
    }

    private static PatientClass patientClass(Encounter encounter) {
        String code = String.valueOf(encounter.getClass_().getCode());
        if (BED.contains(code)) {
            return PatientClass.INPATIENT;
        }
        return switch (code) {
            case "PRENC" -> PatientClass.PRE_ADMITTED;
            case "AMB", "EMER", "VR", "HH", "SS", "FLD", "OBSENC" -> PatientClass.VISITING;
            default -> PatientClass.OTHER;
        };
    }

    private static @Nullable String site(Encounter encounter) {
        String code = encounter.getServiceProvider().getIdentifier().getValue();
        return code != null && code.matches("[A-Z0-9]{3,12}") ? code : null;
    }

    private static @Nullable LocalDate expectedUntil(Encounter encounter) {
        Instant until = moment(encounter.getExtensionByUrl(Hub.EXPECTED_UNTIL));
        return until == null ? null : until.atZone(ENGLAND).toLocalDate();
    }

    private static @Nullable Instant planned(Encounter encounter) {
        Instant until = moment(encounter.getExtensionByUrl(Hub.EXPECTED_UNTIL));
        return until == null ? instant(encounter.getPeriod().getEnd()) : until;
    }

    private static @Nullable Integer days(Encounter encounter) {
        boolean days = encounter.hasLength()
                && encounter.getLength().hasValue()
                && "d".equals(encounter.getLength().getCode());
        return days ? encounter.getLength().getValue().intValue() : null;
    }

    private static @Nullable String legalStatus(Encounter encounter) {
        Extension status = encounter.getExtensionByUrl(UK_CORE + "LegalStatus");
        return status == null ? null : code(status.getExtensionByUrl("legalStatusClassification"), "[0-9]{2}");
    }

    /** Where the sender says it by a code; a postcode alone decides nothing but the pseudo-postcode of no fixed abode. */
    private static @Nullable Residence residence(Encounter encounter, Patient patient) {
        Extension said = encounter.getExtensionByUrl(Hub.ORDINARY_RESIDENCE);
        if (said != null
                && said.getValue() instanceof CodeType code
                && code.getValue().matches("[EWSN][0-9]{8}")) {
            return Residence.in(code.getValue());
        }
        boolean nowhere = patient.getAddress().stream()
                .map(it -> String.valueOf(it.getPostalCode()).replace(" ", "").toUpperCase(Locale.ROOT))
                .anyMatch("ZZ993VZ"::equals);
        return nowhere ? new Residence(null, true, null, null) : null;
    }

    private static @Nullable String code(@Nullable Extension extension, String form) {
        return extension != null && extension.getValue() instanceof CodeableConcept concept
                ? code(concept, form)
                : null;
    }

    private static @Nullable String code(CodeableConcept concept, String form) {
        return first(concept.getCoding().stream()
                .map(Coding::getCode)
                .filter(it -> it != null && it.matches(form))
                .toList());
    }

    private static @Nullable Instant moment(@Nullable Extension extension) {
        return extension != null && extension.getValue() instanceof BaseDateTimeType time
                ? instant(time.getValue())
                : null;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }
}
