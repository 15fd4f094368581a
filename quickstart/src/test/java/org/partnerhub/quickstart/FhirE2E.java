package org.partnerhub.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.client.interceptor.SimpleRequestHeaderInterceptor;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trust's system, played by HAPI's generic client, does with the whole hub what docs/partners-fhir.md says it can. */
@ExtendWith(RunningHub.class)
class FhirE2E {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String OWN = "https://partnerhub.example/fhir/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningHub.World world;
    private final UUID correlation = UUID.randomUUID();

    FhirE2E(RunningHub.World world) {
        this.world = world;
    }

    @Test
    void theServerSaysWhatItTakes() {
        CapabilityStatement said =
                trust().capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(said.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(said.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("MessageDefinition", "ServiceRequest", "Task", "Consent", "AuditEvent");
    }

    @Test
    void aReferralIsSentFollowedAndTakenBack() {
        Bundle message = example();
        String referral = reference(send(message, UUID.randomUUID()));

        ServiceRequest request =
                trust().read().resource(ServiceRequest.class).withId(referral).execute();
        assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.ACTIVE);
        Bundle found = trust().search()
                .byUrl("ServiceRequest?identifier=" + OWN + "Id/referral%7C" + referral)
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getEntryFirstRep().getFullUrl())
                .isEqualTo(world.hub().addresses().gateway() + "/fhir/R4/ServiceRequest/" + referral);
        Awaitility.await("the referral has gone somewhere")
                .atMost(PATIENCE)
                .until(() -> !tasks(referral).getEntry().isEmpty());

        Bundle cancellation = message.copy();
        cancellation.setId(UUID.randomUUID().toString());
        ((MessageHeader) cancellation.getEntryFirstRep().getResource())
                .getReason()
                .getCodingFirstRep()
                .setCode("delete");
        request(cancellation).setStatus(ServiceRequest.ServiceRequestStatus.REVOKED);
        assertThat(reference(send(cancellation, UUID.randomUUID()))).isEqualTo(referral);
        Awaitility.await("the referral is taken back everywhere")
                .atMost(PATIENCE)
                .until(() -> tasks(referral).getEntry().stream()
                        .map(it -> (Task) it.getResource())
                        .allMatch(it -> it.getStatus() == Task.TaskStatus.CANCELLED));
    }

    @Test
    void theSameMessageTwiceIsOne() {
        Bundle message = example();
        UUID request = UUID.randomUUID();
        send(message, request);

        ResourceVersionConflictException again =
                catchThrowableOfType(ResourceVersionConflictException.class, () -> send(message, request));

        assertThat(again.getResponseBody()).contains("REC_CONFLICT", "duplicate");
    }

    @Test
    void aConsentInHl7sCodesIsRecordedForThoseWhoTreat() {
        Consent sent = consent();
        sent.setProvision(new Consent.ProvisionComponent()
                .addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "TREAT", null)));

        Consent recorded = (Consent) trust().create().resource(sent).execute().getResource();

        assertThat(recorded.getProvision().getPurpose())
                .extracting(Coding::getCode)
                .containsExactly("mental-health-specialist");
        assertThat(recorded.getProvision().getActor())
                .extracting(it -> it.getReference().getIdentifier().getValue())
                .containsExactly("hospital", "mental-health");
        assertThat(recorded.getProvision().getClass_()).hasSizeGreaterThan(5);
    }

    @Test
    void aConsentIsRecordedFoundNarrowedAndWithdrawn() {
        Consent sent = consent();
        Consent recorded = (Consent) trust().create().resource(sent).execute().getResource();
        String id = recorded.getIdElement().getIdPart();
        String person = recorded.getPatient().getIdentifier().getValue();

        assertThat(recorded.getProvision().getClass_()).hasSize(2);
        assertThat(trust().search()
                        .byUrl("Consent?status=active&patient=" + person)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .extracting(it -> it.getResource().getIdElement().getIdPart())
                .contains(id);

        recorded.getProvision().getClass_().removeLast();
        Consent narrowed =
                (Consent) trust().update().resource(recorded).execute().getResource();
        assertThat(narrowed.getProvision().getClass_()).hasSize(1);

        narrowed.setStatus(Consent.ConsentState.INACTIVE);
        Consent withdrawn =
                (Consent) trust().update().resource(narrowed).execute().getResource();
        assertThat(withdrawn.getStatus()).isEqualTo(Consent.ConsentState.INACTIVE);
    }

    @Test
    void theLogIsForOfficersOnly() {
        ForbiddenOperationException refused = catchThrowableOfType(
                ForbiddenOperationException.class,
                () -> trust().search()
                        .forResource(AuditEvent.class)
                        .where(new StringClientParam("patient")
                                .matches()
                                .value(UUID.randomUUID().toString()))
                        .and(new StringClientParam("reason").matches().value("curiosity"))
                        .usingStyle(SearchStyleEnum.POST)
                        .returnBundle(Bundle.class)
                        .execute());

        assertThat(refused).isNotNull();
    }

    private Bundle send(Bundle message, UUID request) {
        IGenericClient client = trust();
        header(client, "X-Request-Id", request.toString());
        header(client, "X-Correlation-Id", correlation.toString());
        header(
                client,
                "NHSD-Target-Identifier",
                Base64.getEncoder()
                        .encodeToString(
                                ("{\"system\":\"" + OWN + "Id/partner\",\"value\":\"partner-hub\"}").getBytes(UTF_8)));
        return client.operation()
                .processMessage()
                .setMessageBundle(message)
                .synchronous(Bundle.class)
                .execute();
    }

    private Bundle tasks(String referral) {
        return trust().search()
                .byUrl("Task?focus=ServiceRequest/" + referral)
                .returnBundle(Bundle.class)
                .execute();
    }

    private IGenericClient trust() {
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        FHIR.getRestfulClientFactory().setSocketTimeout((int) PATIENCE.toMillis());
        IGenericClient client =
                FHIR.newRestfulGenericClient(world.hub().addresses().gateway() + "/fhir/R4");
        client.registerInterceptor(
                new BearerTokenAuthInterceptor(world.partners().client("cpft").token()));
        return client;
    }

    private static void header(IGenericClient client, String name, String value) {
        client.registerInterceptor(new SimpleRequestHeaderInterceptor(name, value));
    }

    private static String reference(Bundle answer) {
        return answer.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ServiceRequest.class::isInstance)
                .map(it -> ((ServiceRequest) it).getIdentifierFirstRep().getValue())
                .findFirst()
                .orElseThrow();
    }

    private static ServiceRequest request(Bundle message) {
        return message.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Patient patient(Bundle message) {
        return message.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The guide's example, about a child of this test's own. */
    private static Bundle example() {
        try (var file =
                Objects.requireNonNull(FhirE2E.class.getResourceAsStream("/fhir/examples/referral-message.json"))) {
            Bundle message = FHIR.newJsonParser().parseResource(Bundle.class, new String(file.readAllBytes(), UTF_8));
            message.setId(UUID.randomUUID().toString());
            Patient patient = patient(message);
            patient.getIdentifier().clear();
            patient.getNameFirstRep().setFamily(family());
            return message;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String family() {
        StringBuilder letters = new StringBuilder("Invented");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(it -> letters.append((char) ('a' + it % 26)));
        return letters.toString();
    }

    private static Consent consent() {
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.getScope()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null));
        consent.addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)));
        consent.getPatient().setResource(adult());
        consent.setDateTimeElement(new DateTimeType(today));
        consent.getPolicyRule().setText("The hub's policy");
        consent.addExtension(part("consent-given-by", "capacity", "sixteen-or-seventeen"));
        consent.addExtension(part("consent-evidence", "kind", "verbal"));
        var root = consent.getProvision().setType(Consent.ConsentProvisionType.PERMIT);
        root.getPeriod().setStartElement(new DateTimeType(today));
        root.getPeriod()
                .setEndElement(new DateTimeType(
                        LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6).toString()));
        root.addPurpose(new Coding(OWN + "CodeSystem/purpose", "mental-health-specialist", null));
        root.addActor()
                .setRole(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null)))
                .getReference()
                .getIdentifier()
                .setSystem(OWN + "Id/recipient")
                .setValue("cpft-camhs");
        root.addClass_(new Coding(OWN + "CodeSystem/information-category", "identity", null));
        root.addClass_(new Coding(OWN + "CodeSystem/information-category", "plan", null));
        return consent;
    }

    private static Patient adult() {
        Patient patient = new Patient();
        patient.addName().setFamily(family()).addGiven("Invented");
        patient.setBirthDateElement(new DateType(
                LocalDate.now(ZoneId.of("Europe/London")).minusYears(17).toString()));
        return patient;
    }

    private static Extension part(String name, String part, String code) {
        Extension extension = new Extension(OWN + "StructureDefinition/" + name);
        extension.addExtension(new Extension(part, new CodeType(code)));
        return extension;
    }
}
