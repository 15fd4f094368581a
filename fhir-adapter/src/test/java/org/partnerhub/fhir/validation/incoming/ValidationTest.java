package org.partnerhub.fhir.validation.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.fhir.Disclosures;
import org.partnerhub.fhir.PartnerMessages;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Remark;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.outgoing.OutgoingMessages;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.unit.DataSize;

class ValidationTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String PROFILE = "https://trust.example/fhir/StructureDefinition/reachable-patient";

    /** A differential, as packages often hold them: every Patient has a telephone. */
    private static final String REACHABLE_PATIENT = """
            {"resourceType":"StructureDefinition","id":"reachable-patient","url":"%s","name":"ReachablePatient","status":"active",
             "fhirVersion":"4.0.1","kind":"resource","abstract":false,"type":"Patient","derivation":"constraint",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient",
             "differential":{"element":[{"id":"Patient.telecom","path":"Patient.telecom","min":1}]}}
            """.formatted(PROFILE);

    private static final Validation BY_R4 = validation(null, false, LONG, DataSize.ofMegabytes(1));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"referral-message", "answer-message", "encounter-message", "consent"})
    void thePublishedExamplesHoldToR4AndToTheHubsDefinitions(String example) throws IOException {
        try (InputStream file = ValidationTest.class.getResourceAsStream("/fhir/examples/" + example + ".json")) {
            Resource resource = (Resource) FHIR.newJsonParser()
                    .parseResource(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));

            assertThat(BY_R4.checked(resource).stream().filter(Remark::warning)).isEmpty();
        }
    }

    /** A definition that is broken would stop nobody and check nothing. */
    @Test
    void theHubsDefinitionsHoldToR4() throws IOException {
        Map<String, String> broken = new TreeMap<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:/fhir/*.json")) {
            Resource definition =
                    (Resource) FHIR.newJsonParser().parseResource(file.getContentAsString(StandardCharsets.UTF_8));
            try {
                BY_R4.checked(definition).stream()
                        .filter(Remark::warning)
                        .forEach(it -> broken.put(String.valueOf(file.getFilename()), it.words()));
            } catch (MessageRefused refused) {
                broken.put(String.valueOf(file.getFilename()), String.valueOf(refused.getMessage()));
            }
        }

        // the validator cannot itself make the snapshot of a definition that it is asked about; the chain can, as the
        // test below shows
        broken.values().removeIf(it -> it.contains("ERROR_GENERATING_SNAPSHOT"));
        assertThat(broken).isEmpty();
    }

    static Stream<Disclosure> whatTheHubSends() {
        return Stream.of(Disclosures.mentalHealthReferral(), Disclosures.withdrawal(), Disclosures.feedback());
    }

    @ParameterizedTest
    @MethodSource
    void whatTheHubSends(Disclosure disclosure) {
        Bundle message = OutgoingMessages.message(disclosure, Target.HUB, null, false);

        assertThat(BY_R4.checked(message).stream().filter(Remark::warning)).isEmpty();
    }

    @Test
    void whatIsNoR4IsRefusedByItsElementAndRule() {
        Bundle bundle = message();
        PartnerMessages.request(bundle).setIntent(null);

        MessageRefused refused = catchThrowableOfType(MessageRefused.class, () -> check(BY_R4, bundle));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REC_BAD_REQUEST");
        assertThat(refused.expression()).isEqualTo("Bundle.entry[1].resource");
        assertThat(refused.getMessage()).contains("Validation_VAL_Profile_Minimum");
    }

    @Test
    void whatWasSentIsNeverRepeated() {
        Bundle bundle = message();
        patient(bundle).setLanguage("Marlow  Idris");

        assertThatThrownBy(() -> check(BY_R4, bundle)).message().doesNotContain("Marlow");
    }

    /** National code systems stand where R4 has its own, in published messages as well: the hub would refuse half the country. */
    @Test
    void aForeignCodeIsAWarning() {
        Bundle bundle = message();
        patient(bundle)
                .addCommunication()
                .setLanguage(new CodeableConcept(new Coding("https://trust.example/CodeSystem/languages", "x", null)));

        assertThat(check(BY_R4, bundle)).extracting(Remark::warning).containsExactly(true);
    }

    @Test
    void aProfileThatNobodyLoadedIsANote() {
        Bundle bundle = message();
        patient(bundle).getMeta().addProfile(PROFILE);

        assertThat(check(BY_R4, bundle))
                .containsExactly(Remark.note("The profile " + PROFILE + " is not loaded here."));
    }

    /** Whatever a message names, the validator asks nobody: not for profiles, code systems, value sets, references or attachments. */
    @Test
    void nobodyIsAsked() throws IOException {
        try (ServerSocket anybody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://localhost:" + anybody.getLocalPort() + "/fhir";
            Bundle bundle = message();
            bundle.getEntry().get(2).setFullUrl(address + "/Patient/1");
            Patient patient = patient(bundle);
            patient.setId("1");
            patient.getMeta().addProfile(address + "/StructureDefinition/p|1.0");
            patient.setImplicitRules(address + "/rules");
            patient.getManagingOrganization().setReference(address + "/Organization/1");
            patient.addPhoto().setContentType("image/png").setUrl(address + "/photo");
            patient.addExtension(address + "/StructureDefinition/x", new Coding(address + "/CodeSystem/c", "x", null));
            patient.getMaritalStatus().addCoding(new Coding(address + "/CodeSystem/c", "x", null));

            BY_R4.checked(bundle);

            anybody.setSoTimeout(1);
            assertThatThrownBy(anybody::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void theHubsOwnExtensionsAreCheckedToo() {
        Bundle bundle = message();
        patient(bundle).addExtension().setUrl(Hub.HOME_AUTHORITY).setValue(new Coding("x", "E10000003", null));

        assertThatThrownBy(() -> check(BY_R4, bundle)).isInstanceOf(MessageRefused.class);
    }

    @Test
    void failingAProfileFromAFolderIsAWarning() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/profile.json"), REACHABLE_PATIENT);
        Files.writeString(folder.resolve("package.json"), "{\"name\":\"not a resource\"}");
        Validation validation = validation(folder, false, LONG, DataSize.ofMegabytes(1));

        assertThat(check(validation, reachable(false)))
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("Bundle.entry[2].resource"));
        assertThat(check(validation, reachable(true))).isEmpty();
    }

    @Test
    void failingAProfileFromAPackageIsRefusedWhereTheOperatorIsStrict() throws IOException {
        Validation strict = validation(packaged(), true, LONG, DataSize.ofMegabytes(1));

        MessageRefused refused = catchThrowableOfType(MessageRefused.class, () -> check(strict, reachable(false)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.expression()).startsWith("Bundle.entry[2].resource");
        assertThat(check(strict, reachable(true))).isEmpty();
    }

    @Test
    void aBadDefinitionStopsTheStartAndIsNamed() throws IOException {
        Path bad =
                Files.writeString(folder.resolve("bad.json"), "{\"resourceType\":\"StructureDefinition\",\"url\":[]}");

        assertThatThrownBy(() -> validation(folder, false, LONG, DataSize.ofMegabytes(1)))
                .hasMessageContaining("hub.fhir.profiles")
                .hasMessageContaining(bad.toString());
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> validation(folder.resolve("none.tgz"), false, LONG, DataSize.ofMegabytes(1)))
                .hasMessageContaining("hub.fhir.profiles")
                .hasMessageContaining("none.tgz");
    }

    @Test
    void whatTakesTooLongIsTakenWithANote() {
        Validation hasty = validation(null, false, Duration.ZERO, DataSize.ofMegabytes(1));

        assertThat(check(hasty, message()))
                .extracting(Remark::words)
                .containsExactly("It could not be validated in time and was taken without.");
    }

    @Test
    void whatHadNoTimeLeavesRoomForTheNext() {
        Validation oneSecond = validation(null, false, Duration.ofSeconds(1), DataSize.ofMegabytes(1));
        Bundle dear = message();
        for (int i = 0; i < 5_000; i++) {
            dear.addEntry().setResource(new Basic().setCode(new CodeableConcept().setText("x")));
        }
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            check(oneSecond, dear);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> check(oneSecond, message()).isEmpty());
    }

    @Test
    void whatHoldsVeryManyResourcesIsTakenWithANote() {
        Bundle many = message();
        for (int i = 0; i < 20_000; i++) {
            many.addEntry().setResource(new Basic());
        }

        assertThat(check(BY_R4, many))
                .extracting(Remark::words)
                .containsExactly("It is too large to be validated and was taken without.");
    }

    @Test
    void whatIsTooLargeIsTakenWithANote() {
        assertThat(BY_R4.check(message(), 2_000_000))
                .extracting(Remark::words)
                .containsExactly("It is too large to be validated and was taken without.");
    }

    private Path packaged() throws IOException {
        Path file = folder.resolve("profiles.tgz");
        try (OutputStream bytes = Files.newOutputStream(file);
                TarArchiveOutputStream files = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            byte[] profile = REACHABLE_PATIENT.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("package/StructureDefinition-reachable-patient.json");
            entry.setSize(profile.length);
            files.putArchiveEntry(entry);
            files.write(profile);
            files.closeArchiveEntry();
        }
        return file;
    }

    private static Bundle reachable(boolean really) {
        Bundle bundle = message();
        Patient patient = patient(bundle);
        patient.getMeta().addProfile(PROFILE);
        if (really) {
            patient.addTelecom().setValue("01223 000000").setSystem(ContactPointSystem.PHONE);
        }
        return bundle;
    }

    private static Bundle message() {
        return PartnerMessages.referral("9990000018");
    }

    private static Patient patient(Bundle bundle) {
        return (Patient) bundle.getEntry().get(2).getResource();
    }

    private static List<Remark> check(Validation validation, Bundle bundle) {
        assertThat(PartnerMessages.request(bundle)).isInstanceOf(ServiceRequest.class);
        return validation.check(bundle, 1000);
    }

    private static Validation validation(@Nullable Path profiles, boolean strict, Duration time, DataSize size) {
        return new Validation(new ValidationSettings(profiles, strict, time, size, 20_000), FHIR);
    }
}
