package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** Encounters that others published; skipped where they are not beside this checkout. */
class PublishedEncountersTest {

    private static final FhirContext FHIR = FhirContext.forR4();

    @Test
    void theEncounterMessageIsTakenWithoutItsBadNumber() throws IOException {
        Bundle bundle = FHIR.newJsonParser()
                .parseResource(
                        Bundle.class,
                        Files.readString(
                                PublishedData.folder().resolve("nhse-frameworks/Bundle-message-encounter.json")));

        assertThat(IncomingMessages.read(bundle, Target.HUB))
                .isInstanceOfSatisfying(IncomingMessage.StayTold.class, it -> {
                    assertThat(it.report().event()).isEqualTo(StayEvent.REGISTERED);
                    assertThat(it.report().patientClass())
                            .as("a telephone call")
                            .isEqualTo(PatientClass.VISITING);
                    assertThat(it.remarks()).hasSize(2);
                });
    }

    @Test
    void everyEncounterIsReadAsAnAdmissionWhereAMessageSaysSo() throws IOException {
        for (Encounter encounter : encounters()) {
            IncomingMessage message = IncomingMessages.read(message(encounter, patient()), Target.HUB);
            assertThat(message)
                    .as(encounter.getId())
                    .isInstanceOfSatisfying(
                            IncomingMessage.StayTold.class,
                            it -> assertThat(it.report().event()).isEqualTo(StayEvent.ADMITTED));
        }
    }

    @Test
    void withoutAPatientOrANameNothingIsTaken() throws IOException {
        Encounter encounter = encounters().getFirst();

        assertThatThrownBy(() -> IncomingMessages.read(message(encounter, new Patient()), Target.HUB))
                .isInstanceOf(MessageRefused.class)
                .hasMessageContaining("name");
    }

    private static List<Encounter> encounters() throws IOException {
        try (Stream<Path> json = Files.list(PublishedData.folder().resolve("hl7-r4-examples"))) {
            List<Path> files = json.filter(it -> it.getFileName().toString().startsWith("Encounter-"))
                    .filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(files).isNotEmpty();
            return files.stream().map(PublishedEncountersTest::encounter).toList();
        }
    }

    private static Encounter encounter(Path file) {
        try {
            return FHIR.newJsonParser().parseResource(Encounter.class, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Bundle message(Encounter encounter, Patient patient) {
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Bars.STAY_EVENTS, Bars.STAY_EVENT, null));
        header.setReason(new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/v2-0003", "A01", null)));
        Bundle bundle = new Bundle();
        bundle.setId("message-1");
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.addEntry().setResource(header);
        bundle.addEntry().setResource(encounter);
        bundle.addEntry().setResource(patient);
        return bundle;
    }

    private static Patient patient() {
        Patient patient = new Patient();
        patient.addName().setFamily("Marlow").addGiven("Idris");
        patient.getBirthDateElement().setValueAsString("2011-09-05");
        return patient;
    }
}
