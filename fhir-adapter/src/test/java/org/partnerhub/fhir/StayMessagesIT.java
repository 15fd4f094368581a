package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.TestIssuer;

/** What hospitals send about stays: HL7 v2 over MLLP with TLS, by HAPI's client, and FHIR. */
class StayMessagesIT extends FhirAdapterIT {

    private static final String STORED = "/internal/stays/reports";
    private static final String PID = "PID|1||9990001014^^^NHS^NH~H4711^^^RGT^MR||MARLOW^IDRIS||20110905|M";

    private static String adt(String event, String control) {
        return "MSH|^~\\&|PAS|RGT|HUB|HUB|20261120101500||ADT^" + event + "|" + control + "|P|2.4\r" + "EVN|" + event
                + "|20261120101400\r" + PID + "\r" + "PV1|1|I|W1|||||||||||||||||||||||||||||||\r";
    }

    static ResponseDefinitionBuilder stored() {
        return created()
                .withHeader("Content-Type", "application/json")
                .withBody("{\"id\":\"" + UUID.randomUUID() + "\",\"repeated\":false}");
    }

    @Test
    void aHospitalIsKnownByItsCertificateAloneAndAnsweredWhenItsMessageIsStored() throws Exception {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(stored()));

        try (Mllp hospital = Mllp.as(Mllp.HOSPITAL)) {
            assertThat(hospital.send(adt("A01", "C-1"))).isEqualTo("AA C-1");
            assertThat(hospital.send(adt("A03", "C-2"))).isEqualTo("AA C-2");
        }

        SIBLINGS.verify(postRequestedFor(urlEqualTo(STORED))
                .withRequestBody(matchingJsonPath("$.partner", equalTo("cambridge-university-hospitals")))
                .withRequestBody(matchingJsonPath("$.channel", equalTo("hl7v2")))
                .withRequestBody(matchingJsonPath("$.key", equalTo("C-1")))
                .withRequestBody(matchingJsonPath("$.report.event", equalTo("admitted"))));
    }

    @Test
    void aCertificateThatNobodySignedGetsNoConnectionAndOneThatNobodyListedNoEar() throws Exception {
        assertThatThrownBy(() -> {
                    try (Mllp stranger = Mllp.as(Mllp.STRANGER)) {
                        stranger.send(adt("A01", "C-3"));
                    }
                })
                .isInstanceOf(Exception.class);
        try (Mllp unlisted = Mllp.as(Mllp.UNLISTED)) {
            assertThat(unlisted.send(adt("A01", "C-4"))).startsWith("AR C-4");
        }
        SIBLINGS.verify(0, postRequestedFor(urlEqualTo(STORED)));
    }

    @Test
    void whatCannotBeReadIsKeptAndAnsweredWithTheReason() throws Exception {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(stored()));

        try (Mllp hospital = Mllp.as(Mllp.HOSPITAL)) {
            assertThat(hospital.send(adt("A01", "C-5").replace(PID, "PID|1||H1")))
                    .startsWith("AE C-5 Send the patient");
            assertThat(hospital.send(adt("A17", "C-6"))).startsWith("AR C-6 This trigger event");
        }

        SIBLINGS.verify(
                1,
                postRequestedFor(urlEqualTo(STORED))
                        .withRequestBody(matchingJsonPath("$.unreadable", equalTo("no-name"))));
    }

    @Test
    void whatCannotBeStoredIsNotAnswered() throws Exception {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(aResponse().withStatus(503)));

        try (Mllp hospital = Mllp.as(Mllp.HOSPITAL)) {
            assertThatThrownBy(() -> hospital.send(adt("A01", "C-7"))).isInstanceOf(Exception.class);
        }
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(stored()));
        try (Mllp hospital = Mllp.as(Mllp.HOSPITAL)) {
            assertThat(hospital.send(adt("A01", "C-7"))).isEqualTo("AA C-7");
        }
    }

    @Test
    void aHospitalMaySendManyOverOneConnection() throws Exception {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(stored()));
        long started = System.nanoTime();
        try (Mllp hospital = Mllp.as(Mllp.HOSPITAL)) {
            for (int i = 0; i < 100; i++) {
                assertThat(hospital.send(adt("A08", "M-" + i))).isEqualTo("AA M-" + i);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void anEncounterMessageIsStoredForTheTokensPartner() {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(stored()));

        HttpResponse<String> answer = call(fromCpft(encounter("A01", "in-progress"), "application/fhir+json")
                .setHeader("Authorization", "Bearer " + token("fhir.message", "admission.notify")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"code\":\"ok\"").doesNotContain("Marlow");
        SIBLINGS.verify(postRequestedFor(urlEqualTo(STORED))
                .withRequestBody(matchingJsonPath("$.partner", equalTo("cpft")))
                .withRequestBody(matchingJsonPath("$.channel", equalTo("fhir")))
                .withRequestBody(matchingJsonPath("$.report.event", equalTo("admitted")))
                .withRequestBody(matchingJsonPath("$.report.visitNumber", equalTo("V-1")))
                .withRequestBody(matchingJsonPath("$.report.patientClass", equalTo("inpatient")))
                .withRequestBody(matchingJsonPath("$.report.expectedUntil", equalTo("2027-03-01")))
                .withRequestBody(matchingJsonPath("$.report.ordinaryResidence.authority", equalTo("E06000031")))
                .withRequestBody(matchingJsonPath("$.report.legalStatus", equalTo("03")))
                .withRequestBody(matchingJsonPath("$.report.subject.name.family", equalTo("Marlow"))));
    }

    @Test
    void withoutTheScopeNothingIsTold() {
        HttpResponse<String> answer = call(fromCpft(encounter("A01", "in-progress"), "application/fhir+json")
                .setHeader("Authorization", "Bearer " + token("fhir.message")));

        assertThat(answer.statusCode()).isEqualTo(403);
        SIBLINGS.verify(0, postRequestedFor(urlEqualTo(STORED)));
    }

    @Test
    void anEncounterThatCannotBeStoredMayComeAgainUnderTheSameIds() {
        SIBLINGS.stubFor(post(urlEqualTo(STORED)).willReturn(aResponse().withStatus(503)));
        var message = fromCpft(encounter("A03", "finished"), "application/fhir+json")
                .setHeader("Authorization", "Bearer " + token("fhir.message", "admission.notify"));
        assertThat(call(message).statusCode()).isEqualTo(503);

        SIBLINGS.stubFor(post(urlEqualTo(STORED))
                .willReturn(okJson("{\"id\":\"" + UUID.randomUUID() + "\",\"repeated\":true}")));
        assertThat(call(message).statusCode()).isEqualTo(200);
        assertThat(call(message).statusCode()).as("once taken").isEqualTo(409);
    }

    private static String token(String... scopes) {
        return TestIssuer.shared().partner("cpft", scopes).signed();
    }

    private static String encounter(String trigger, String status) {
        return """
                {"resourceType":"Bundle","id":"%s","type":"message","timestamp":"2026-11-20T09:00:00Z","entry":[
                 {"fullUrl":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000001","resource":{"resourceType":"MessageHeader",
                  "eventCoding":{"system":"https://fhir.nhs.uk/CodeSystem/message-event","code":"encounter"},
                  "reason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0003","code":"%s"}]},
                  "source":{"endpoint":"urn:invented:hospital"},"focus":[{"reference":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000002"}]}},
                 {"fullUrl":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000002","resource":{"resourceType":"Encounter","status":"%s",
                  "extension":[
                   {"url":"https://partnerhub.example/fhir/StructureDefinition/expected-until","valueDate":"2027-03-01"},
                   {"url":"https://partnerhub.example/fhir/StructureDefinition/ordinary-residence","valueCode":"E06000031"},
                   {"url":"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-LegalStatus","extension":[
                     {"url":"legalStatusClassification","valueCodeableConcept":{"coding":[{"code":"03"}]}}]}],
                  "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},
                  "identifier":[{"system":"https://hospital.example/visit","value":"V-1"}],
                  "subject":{"reference":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000003"},"period":{"start":"2026-11-16T09:00:00Z","end":"2026-11-18T09:00:00Z"},
                  "serviceProvider":{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"RT1"}}}},
                 {"fullUrl":"urn:uuid:0c8d3f0e-5d5e-4b0a-9a57-000000000003","resource":{"resourceType":"Patient",
                  "identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990001014"}],
                  "name":[{"family":"Marlow","given":["Idris"]}],"birthDate":"2011-09-05"}}]}""".formatted(UUID.randomUUID(), trigger, status);
    }
}
