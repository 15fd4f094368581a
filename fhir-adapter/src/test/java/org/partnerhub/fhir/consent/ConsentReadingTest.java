package org.partnerhub.fhir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.consent.incoming.ConsentReading;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import tools.jackson.databind.json.JsonMapper;

class ConsentReadingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ConsentReading READING = ConsentDrafts.reading();
    private static final String ACTIONS = "http://terminology.hl7.org/CodeSystem/consentaction";
    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String LABELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String PERSON = "7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11";

    @Test
    void aConsentIsRecordedInTheSchemasForm() {
        Map<String, Object> body = READING.recording(ConsentDrafts.given(PERSON), new ArrayList<>());

        assertThat(Schemas.bundled().violations("consent", JSON.valueToTree(body)))
                .isEmpty();
        assertThat(body)
                .containsEntry("decision", "given")
                .containsEntry("subject", Map.of("personId", PERSON))
                .containsEntry("until", "2027-11-17");
    }

    @Test
    void aRootThatDeniesIsARefusal() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.getProvision().setType(ConsentProvisionType.DENY);

        assertThat(READING.terms(consent, new ArrayList<>()).decision()).isEqualTo("refused");
    }

    @Test
    void aRootWithoutTypePermits() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.getProvision().setType(null);

        assertThat(READING.terms(consent, new ArrayList<>()).decision()).isEqualTo("given");
    }

    @Test
    void optingOutIsNeverReadAsAgreement() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.setPolicyRule(
                new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTOUT", null)));
        for (ConsentProvisionType type : new ConsentProvisionType[] {null, ConsentProvisionType.PERMIT}) {
            consent.getProvision().setType(type);
            assertThatThrownBy(() -> READING.terms(consent, new ArrayList<>()))
                    .hasMessageContaining("to opt out is no agreement");
        }
        consent.getProvision().setType(ConsentProvisionType.DENY);
        assertThat(READING.terms(consent, new ArrayList<>()).decision()).isEqualTo("refused");
    }

    @Test
    void anAbsentClassDoesNotRestrict() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.getProvision().getClass_().clear();

        assertThat(READING.terms(consent, new ArrayList<>()).categories())
                .contains(Category.IDENTITY, Category.REFERRAL)
                .as("what the purpose never carries cannot be agreed to")
                .doesNotContain(Category.STAY);
    }

    @Test
    void aNestedProvisionIsAnException() {
        Consent consent = ConsentDrafts.given(PERSON);
        ProvisionComponent nested = consent.getProvision().addProvision();
        nested.addClass_(new Coding(Hub.CATEGORY, "plan", null));
        ConsentDrafts.actor(nested, Hub.RECIPIENT_KIND, "council");

        assertThat(READING.terms(consent, new ArrayList<>()).exceptions())
                .containsExactly(
                        new Terms.Excepted(new Terms.Reach(Set.of("council"), Set.of()), Set.of(Category.PLAN)));
    }

    @Test
    void anExceptionWithoutActorsIsKeptFromEverybody() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.getProvision().addProvision().addClass_(new Coding(Hub.CATEGORY, "plan", null));

        assertThat(READING.terms(consent, new ArrayList<>()).exceptions())
                .containsExactly(new Terms.Excepted(
                        new Terms.Reach(Set.of("council"), Set.of(new RecipientId("cpft-camhs"))),
                        Set.of(Category.PLAN)));
    }

    @Test
    void whatTheHubKeepsNoRecordOfIsNamed() {
        Consent consent = ConsentDrafts.given(PERSON);
        consent.setPolicyRule(null);
        consent.addPerformer().setDisplay("Somebody");
        consent.addVerification().setVerified(true);

        assertThat(ConsentReading.notKept(consent)).containsExactly("Consent.performer", "Consent.verification");
    }

    @Test
    void aNumberThatFailsItsCheckIsNotMatchedByAndNamed() {
        Consent consent = ConsentDrafts.given(PERSON);
        Patient patient = new Patient();
        patient.setBirthDateElement(new DateType("2013-03-04"));
        patient.addName().setFamily("Invented").addGiven("Child");
        patient.addIdentifier().setSystem(NhsNumber.SYSTEM).setValue("9990001000");
        consent.getPatient().setIdentifier(null).setResource(patient);
        List<String> notKept = new ArrayList<>();

        assertThat(READING.recording(consent, notKept).toString())
                .doesNotContain("nhsNumber=")
                .contains("unverified-nhs-number", "9990001000");
        assertThat(notKept).containsExactly("The NHS number fails its check and was not used.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unexpressed")
    void whatTheHubCannotExpressIsRefusedByItsElement(String element, Consumer<Consent> change) {
        Consent consent = ConsentDrafts.given(PERSON);
        change.accept(consent);

        MessageRefused refused =
                catchThrowableOfType(MessageRefused.class, () -> READING.recording(consent, new ArrayList<>()));

        assertThat(refused).isNotNull();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.expression()).isEqualTo(element);
    }

    static List<Arguments> unexpressed() {
        return Stream.concat(
                        onTheRoot(),
                        Stream.concat(
                                onNested(),
                                Stream.of(
                                        at("Consent.status", it -> it.setStatus(Consent.ConsentState.DRAFT)),
                                        at(
                                                "Consent.scope",
                                                it -> it.setScope(new CodeableConcept().setText("research"))),
                                        at(
                                                "Consent.patient",
                                                it -> it.getPatient().setIdentifier(null)),
                                        at(
                                                "Consent.verification[0].verified",
                                                it -> it.addVerification().setVerified(false)),
                                        at("Consent.dateTime", it -> it.setDateTimeElement(null)),
                                        at(
                                                "Consent.dateTime",
                                                it -> it.setDateTimeElement(new DateTimeType("2026-11"))),
                                        at(
                                                "Consent.modifierExtension",
                                                it -> it.addModifierExtension()
                                                        .setUrl("https://example.org/not")
                                                        .setValue(new StringType("x"))),
                                        at(
                                                "Consent.extension('" + Hub.GIVEN_BY + "')",
                                                it -> it.getExtension().removeFirst()))))
                .toList();
    }

    private static Stream<Arguments> onTheRoot() {
        return Stream.of(
                root("purpose", it -> it.getPurpose().clear()),
                root("purpose[0]", it -> it.setPurpose(List.of(new Coding(REASONS, "HRESCH", null)))),
                root("purpose[1]", it -> it.addPurpose(new Coding("http://example.org/reasons", "TREAT", null))),
                denied("purpose[1]", it -> it.addPurpose(new Coding(REASONS, "HMARKT", null))),
                denied("purpose[0]", it -> it.setPurpose(List.of(new Coding(REASONS, "HRESCH", null)))),
                denied("securityLabel", it -> it.addSecurityLabel(new Coding(LABELS, "R", null))),
                root(
                        "actor[2].reference",
                        it -> it.addActor()
                                .setRole(it.getActorFirstRep().getRole())
                                .getReference()
                                .setReference("Practitioner/somebody")),
                root(
                        "class[2]",
                        it -> it.addClass_(new Coding("http://hl7.org/fhir/resource-types", "Observation", null))),
                root("securityLabel", it -> it.addSecurityLabel(new Coding(LABELS, "L", null))),
                root("securityLabel", it -> it.addSecurityLabel(new Coding("http://example.org/labels", "N", null))),
                root(
                        "securityLabel",
                        it -> it.setClass_(List.of(new Coding(Hub.CATEGORY, "police", null)))
                                .addSecurityLabel(new Coding(LABELS, "R", null))),
                root("dataPeriod", it -> it.getDataPeriod().setStartElement(new DateTimeType("2022-01-01"))),
                root("data", it -> it.addData().setMeaning(Consent.ConsentDataMeaning.INSTANCE)),
                root("code", it -> it.addCode(new CodeableConcept().setText("alcohol"))),
                root("action[0]", it -> it.addAction(new CodeableConcept(new Coding(ACTIONS, "correct", null)))),
                root("action[0]", it -> it.addAction(new CodeableConcept(new Coding("x", "disclose", null)))),
                root(
                        "action[0]",
                        it -> it.addAction(new CodeableConcept(new Coding(ACTIONS, "disclose", null))
                                .addCoding(new Coding(ACTIONS, "correct", null)))),
                root("actor[0].role", it -> it.getActorFirstRep().setRole(null)),
                root(
                        "actor[0].role",
                        it -> it.getActorFirstRep()
                                .getRole()
                                .getCodingFirstRep()
                                .setCode("AUT")),
                root("period.end", it -> it.getPeriod().setEndElement(new DateTimeType("2027"))),
                root("period.end", it -> it.getPeriod().setEndElement(new DateTimeType("2027-11-17T09:00:00Z"))));
    }

    private static Stream<Arguments> onNested() {
        return Stream.of(
                nested("type", it -> it.setType(ConsentProvisionType.PERMIT)),
                nested("period", it -> it.getPeriod().setStartElement(new DateTimeType("2027-01-01"))),
                nested("purpose", it -> it.addPurpose(new Coding(Hub.PURPOSE, "early-help-support", null))),
                nested(
                        "purpose",
                        it -> it.addPurpose(new Coding(REASONS, "HPAYMT", null))
                                .addPurpose(new Coding(Hub.PURPOSE, "early-help-support", null))),
                nested("securityLabel", it -> it.addSecurityLabel(new Coding(LABELS, "R", null))),
                nested("dataPeriod", it -> it.getDataPeriod().setStartElement(new DateTimeType("2022-01-01"))),
                nested("data", it -> it.addData().setMeaning(Consent.ConsentDataMeaning.INSTANCE)),
                nested("provision", it -> it.addProvision().setType(ConsentProvisionType.PERMIT)));
    }

    private static Arguments root(String element, Consumer<ProvisionComponent> change) {
        return at("Consent.provision." + element, it -> change.accept(it.getProvision()));
    }

    private static Arguments denied(String element, Consumer<ProvisionComponent> change) {
        return root(element, it -> change.accept(it.setType(ConsentProvisionType.DENY)));
    }

    private static Arguments nested(String element, Consumer<ProvisionComponent> change) {
        return at("Consent.provision.provision[0]." + element, it -> {
            ProvisionComponent nested = it.getProvision().addProvision();
            nested.addClass_(new Coding(Hub.CATEGORY, "plan", null));
            change.accept(nested);
        });
    }

    private static Arguments at(String element, Consumer<Consent> change) {
        return Arguments.of(element, change);
    }
}
