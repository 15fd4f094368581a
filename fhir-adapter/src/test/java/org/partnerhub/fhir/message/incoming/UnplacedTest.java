package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.fhir.PartnerMessages;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;
import tools.jackson.databind.json.JsonMapper;

class UnplacedTest {

    private static final String SNOMED = "http://snomed.info/sct";

    @Test
    void aMessageThatIsReadWhollyIsSilent() {
        assertThat(remarks(message())).isEmpty();
    }

    @Test
    void anUpdateOfNothingButWhatHasNoPlaceIsTakenAndOneOfNothingAtAllIsNot() {
        Bundle bundle = PartnerMessages.change("update", ServiceRequestStatus.ACTIVE, null);
        assertThatThrownBy(() -> IncomingMessages.read(bundle, Target.HUB)).hasMessageContaining("Say what is new");

        PartnerMessages.request(bundle).setPatientInstruction("An invented instruction");
        IncomingMessage.Update update = (IncomingMessage.Update) IncomingMessages.read(bundle, Target.HUB);

        assertThat(update.update()).containsOnlyKeys("unplaced");
        assertThat(update.remarks()).singleElement().asString().contains("ServiceRequest.patientInstruction");
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
    void whatHasNoPlaceIsKeptAsItCameAndNothingElse() {
        Bundle bundle = message();
        patient(bundle).setGender(AdministrativeGender.OTHER).addTelecom(email());
        PartnerMessages.request(bundle).addNote().setText("He likes to be rung after four.");
        PartnerMessages.request(bundle).setCode(new CodeableConcept(new Coding(SNOMED, "306206005", null)));
        Condition condition = new Condition().setCode(new CodeableConcept().setText("asthma"));
        bundle.addEntry().setFullUrl("urn:uuid:condition").setResource(condition);

        Bundle kept = kept(read(bundle).referral());

        assertThat(kept.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(kept.getEntry()).hasSize(3);
        ServiceRequest request = (ServiceRequest) kept.getEntry().getFirst().getResource();
        assertThat(request.getNoteFirstRep().getText()).isEqualTo("He likes to be rung after four.");
        assertThat(request.getCode().hasCoding(SNOMED, "306206005")).isTrue();
        assertThat(request.hasReasonCode()).isFalse();
        Patient rest = (Patient) kept.getEntry().get(1).getResource();
        assertThat(rest.getGender()).isEqualTo(AdministrativeGender.OTHER);
        assertThat(rest.getTelecomFirstRep().getValue()).isEqualTo("a.parent@example.org");
        assertThat(rest.hasName() || rest.hasIdentifier()).isFalse();
        assertThat(kept.getEntry().getLast().getFullUrl()).isEqualTo("urn:uuid:condition");
        assertThat(kept.getEntry().getLast().getResource().equalsDeep(condition))
                .isTrue();
    }

    @Test
    void whatIsLongerThanIsKeptIsSaidNotToBe() {
        Bundle bundle = message();
        bundle.addEntry().setResource(new Condition().setCode(new CodeableConcept().setText("x".repeat(500_000))));

        IncomingMessage.NewReferral referral = read(bundle);

        assertThat(referral.referral()).doesNotContainKey("unplaced");
        assertThat(referral.remarks()).singleElement().asString().contains("Neither kept", "Condition");
    }

    @Test
    void whatAReferralKeepsHoldsToTheSchema() {
        Bundle bundle = message();
        bundle.addEntry().setResource(new Condition().setCode(new CodeableConcept().setText("asthma")));

        assertThat(Schemas.bundled()
                        .violations(
                                "referral",
                                JsonMapper.shared().valueToTree(read(bundle).referral())))
                .isEmpty();
    }

    @Test
    void anAnswerKeepsWhatCameAlongAndAllWordsThatAreTooLong() {
        Task task = PartnerMessages.task(Task.TaskStatus.COMPLETED);
        task.addNote().setText("A word.".repeat(300));
        Bundle bundle = PartnerMessages.answer(UUID.randomUUID(), task);
        bundle.addEntry().setResource(new Condition().setCode(new CodeableConcept().setText("asthma")));

        IncomingMessage.Answer answer = (IncomingMessage.Answer) IncomingMessages.read(bundle, Target.HUB);

        assertThat(answer.words()).hasSize(2000);
        assertThat(answer.remarks()).singleElement().asString().contains("Task.note, Condition");
        assertThat(((Task) kept(answer.unplaced()).getEntryFirstRep().getResource())
                        .getNoteFirstRep()
                        .getText())
                .isEqualTo("A word.".repeat(300));
    }

    @Test
    void everyWordOfAnAnswerIsPassedOnOnce() {
        Task task = PartnerMessages.task(Task.TaskStatus.FAILED);
        task.setStatusReason(new CodeableConcept().setText("Nobody came."));
        task.addNote().setText("Nobody came.");
        task.addNote().setText("We rang twice.");

        IncomingMessage.Answer answer = (IncomingMessage.Answer)
                IncomingMessages.read(PartnerMessages.answer(UUID.randomUUID(), task), Target.HUB);

        assertThat(answer.state()).isEqualTo("failed");
        assertThat(answer.reason()).isEqualTo("other");
        assertThat(answer.words()).isEqualTo("Nobody came.\nWe rang twice.");
        assertThat(answer.remarks()).isEmpty();
        assertThat(answer.unplaced()).isEmpty();
    }

    @Test
    void wordsThatTakeAReferralBackAreSaidNotToBeKept() {
        Bundle bundle = PartnerMessages.change("delete", ServiceRequestStatus.REVOKED, null);
        PartnerMessages.request(bundle).addNote().setText("They moved away.");

        IncomingMessage.Cancellation taken = (IncomingMessage.Cancellation) IncomingMessages.read(bundle, Target.HUB);

        assertThat(taken.remarks()).singleElement().asString().contains("Neither kept", "ServiceRequest.note");
    }

    @Test
    void whatWasEnteredInErrorIsNotTold() {
        Bundle bundle = message();
        ((Observation) bundle.getEntry().getLast().getResource())
                .setStatus(Observation.ObservationStatus.ENTEREDINERROR);

        assertThat(read(bundle).referral()).doesNotContainKey("story");
        assertThat(remarks(bundle)).singleElement().asString().contains("Observation");
    }

    @Test
    void whatTurnsTheMeaningAroundIsRefused() {
        Bundle not = message();
        PartnerMessages.request(not).setDoNotPerform(true);
        Bundle modified = message();
        patient(modified)
                .addModifierExtension()
                .setUrl("https://example.org/not")
                .setValue(new BooleanType(true));

        assertThatThrownBy(() -> read(not)).isInstanceOfSatisfying(MessageRefused.class, it -> {
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.expression()).isEqualTo("Bundle.entry[1].resource.doNotPerform");
        });
        assertThatThrownBy(() -> read(modified))
                .isInstanceOfSatisfying(
                        MessageRefused.class,
                        it -> assertThat(it.expression()).isEqualTo("Bundle.entry[2].resource.modifierExtension"));
    }

    @Test
    void aFlagForSafeguardingBesideAReasonIsToldUnderSafety() {
        Bundle bundle = message();
        Flag flag = new Flag().setStatus(Flag.FlagStatus.ACTIVE);
        flag.addCategory(new CodeableConcept(new Coding(Bars.FLAG_CATEGORIES, Bars.SAFEGUARDING_FLAG, null)));
        flag.setCode(new CodeableConcept().setText("Bruises that nobody explains."));
        bundle.addEntry().setResource(flag);

        assertThat(read(bundle).referral().get("story"))
                .extracting("contributions")
                .isEqualTo(List.of(Map.of("category", "safety", "text", "Bruises that nobody explains.")));
        assertThat(String.valueOf(read(bundle).referral().get("reason"))).doesNotContain("Bruises");
        assertThat(remarks(bundle)).isEmpty();
    }

    private static ContactPoint email() {
        return new ContactPoint()
                .setSystem(ContactPoint.ContactPointSystem.EMAIL)
                .setValue("a.parent@example.org");
    }

    private static Bundle kept(Map<String, Object> body) {
        Map<?, ?> unplaced = (Map<?, ?>) Objects.requireNonNull(body.get("unplaced"));
        assertThat(unplaced.get("form")).isEqualTo("application/fhir+json");
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, String.valueOf(unplaced.get("text")));
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
    @CsvSource({
        "01, true",
        "02, true",
        "03, true",
        "04, false",
        "05, false",
        "08, true",
        "99, true",
        "number-present-and-verified, true",
        "number-present-but-not-traced, true",
        "trace-attempted, false",
        "trace-needs-to-be-resolved, false",
        "trace-postponed, true"
    })
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
