package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.fhir.PartnerMessages;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.Target;

class NotCarriedTest {

    @Test
    void aMessageThatIsReadWhollyIsSilent() {
        assertThat(remarks(message())).isEmpty();
    }

    @Test
    void whatHasNoPlaceIsNamedByItsPathAndNotByItsValue() {
        Bundle bundle = message();
        patient(bundle).setGender(AdministrativeGender.OTHER);
        bundle.addEntry().setResource(new Condition().setCode(new CodeableConcept().setText("asthma")));
        Observation measured = new Observation();
        measured.setCode(new CodeableConcept(new Coding("http://loinc.org", "29463-7", "Body weight")));
        bundle.addEntry().setResource(measured.setValue(new Quantity(42)));

        assertThat(remarks(bundle))
                .singleElement()
                .asString()
                .contains("Patient.gender, Condition, Observation")
                .doesNotContain("asthma", "42", "other");
    }

    @Test
    void anAdditionIsHeldAgainstTheSameTable() {
        Bundle bundle = PartnerMessages.change("update", ServiceRequestStatus.ACTIVE, null);
        PartnerMessages.request(bundle).addNote().setText("She has moved school.");
        PartnerMessages.request(bundle).setPatientInstruction("Come early");

        IncomingMessage.Update update = (IncomingMessage.Update) IncomingMessages.read(bundle, Target.HUB);

        assertThat(update.remarks()).singleElement().asString().contains("ServiceRequest.patientInstruction");
    }

    @Test
    void aNumberThatFailsItsCheckIsKeptAsUnverified() {
        Bundle bundle = PartnerMessages.referral("9990001000");

        assertThat(subject(bundle))
                .doesNotContainKey("nhsNumber")
                .containsEntry(
                        "agencyNumbers", List.of(Map.of("issuer", "unverified-nhs-number", "value", "9990001000")));
        assertThat(remarks(bundle))
                .singleElement()
                .asString()
                .contains("fails its check")
                .doesNotContain("9990001000");
    }

    @ParameterizedTest
    @CsvSource({"01, true", "02, true", "03, true", "04, false", "05, false", "08, true", "99, true"})
    void aNumberThatCouldNotBeTracedIsNotMatchedBy(String status, boolean used) {
        Bundle bundle = message();
        for (String vocabulary : List.of(
                Bars.NHS_NUMBER_STATUS_CODES,
                "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus")) {
            var number = patient(bundle).getIdentifierFirstRep();
            number.getExtension().clear();
            number.addExtension(Bars.NHS_NUMBER_STATUS, new CodeableConcept(new Coding(vocabulary, status, null)));

            assertThat(subject(bundle).containsKey("nhsNumber")).isEqualTo(used);
        }
    }

    private static Bundle message() {
        return PartnerMessages.referral("9990000018");
    }

    private static Patient patient(Bundle bundle) {
        return (Patient) bundle.getEntry().get(2).getResource();
    }

    private static List<String> remarks(Bundle bundle) {
        return read(bundle).remarks();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> subject(Bundle bundle) {
        return (Map<String, Object>)
                Objects.requireNonNull(read(bundle).referral().get("subject"));
    }

    private static IncomingMessage.NewReferral read(Bundle bundle) {
        return (IncomingMessage.NewReferral) IncomingMessages.read(bundle, Target.HUB);
    }
}
