package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.fhir.message.Target;

class HostileMessagesIT extends FhirAdapterIT {

    private static final String JSON_FORM = "application/fhir+json";
    private static final String XML_FORM = "application/fhir+xml";

    static Stream<Arguments> bodies() {
        String answer = PartnerMessages.json(
                PartnerMessages.answer(UUID.randomUUID(), PartnerMessages.task(Task.TaskStatus.ACCEPTED)));
        String xml = PartnerMessages.xml(PartnerMessages.referral("9990001014"));
        return Stream.of(
                Arguments.of("external entity", XML_FORM, """
                        <!DOCTYPE Bundle [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                        <Bundle xmlns="http://hl7.org/fhir"><id value="&x;"/></Bundle>"""),
                Arguments.of(
                        "document type alone", XML_FORM, "<!DOCTYPE Bundle><Bundle xmlns=\"http://hl7.org/fhir\"/>"),
                Arguments.of("entities that grow", XML_FORM, """
                        <!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                        <Bundle xmlns="http://hl7.org/fhir"><id value="&b;"/></Bundle>"""),
                Arguments.of("deep JSON", JSON_FORM, "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
                Arguments.of("deep arrays", JSON_FORM, "[".repeat(100_000)),
                Arguments.of("deep XML", XML_FORM, "<a>".repeat(5000) + "</a>".repeat(5000)),
                Arguments.of("truncated JSON", JSON_FORM, answer.substring(0, answer.length() / 2)),
                Arguments.of("truncated XML", XML_FORM, xml.substring(0, xml.length() / 2)),
                Arguments.of(
                        "a name twice",
                        JSON_FORM,
                        "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"type\":\"batch\"}"),
                Arguments.of("two documents", JSON_FORM, answer + answer),
                Arguments.of(
                        "an element that R4 has not",
                        JSON_FORM,
                        answer.replace("\"type\":\"message\"", "\"type\":\"message\",\"spell\":1")),
                Arguments.of("a STU3 header", JSON_FORM, """
                        {"resourceType":"Bundle","id":"1","type":"message","entry":[{"resource":{
                         "resourceType":"MessageHeader","event":{"system":"s","code":"c"},
                         "timestamp":"2020-01-01T00:00:00Z","source":{"endpoint":"urn:x"}}}]}"""),
                Arguments.of("another resource", JSON_FORM, "{\"resourceType\":\"Patient\"}"),
                Arguments.of("no message", JSON_FORM, "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"),
                Arguments.of("no header", JSON_FORM, "{\"resourceType\":\"Bundle\",\"type\":\"message\"}"),
                Arguments.of("JSON called XML", XML_FORM, answer),
                Arguments.of("XML called JSON", JSON_FORM, xml),
                Arguments.of(
                        "a third of a million empty entries, as many as fit",
                        JSON_FORM,
                        answer.replaceFirst("]}$", ",{}".repeat(330_000) + "]}")),
                Arguments.of(
                        "a number that is long when written out",
                        JSON_FORM,
                        answer.replace("\"type\":\"message\"", "\"type\":\"message\",\"total\":1e999999999")),
                Arguments.of("nothing", JSON_FORM, ""),
                Arguments.of("null", JSON_FORM, "null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isRefusedWithAnOperationOutcome(String what, String form, String body) {
        HttpResponse<String> answer = call(fromCpft(body, form));

        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(ReceivingIT.issue(answer)).isEqualTo("REC_BAD_REQUEST invalid");
        assertThat(answer.body())
                .doesNotContain("root:")
                .doesNotContain("Exception")
                .doesNotContain("HAPI-");
    }

    @Test
    void aMessageOverTheLimitIsTooLong() {
        HttpResponse<String> answer = call(fromCpft("{\"a\":\"" + "a".repeat(1_200_000) + "\"}", JSON_FORM));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(ReceivingIT.issue(answer)).isEqualTo("REC_BAD_REQUEST too-long");
    }

    @Test
    void aMillionEntriesAreTooLongHoweverTheyAreSent() {
        String entries = PartnerMessages.json(PartnerMessages.referral("9990001014"))
                .replaceFirst("]}$", ",{\"resource\":{\"resourceType\":\"Basic\"}}".repeat(1_000_000) + "]}");
        call(fromCpft("{}", JSON_FORM));
        long before = used();

        HttpResponse<String> announced = call(fromCpft(entries, JSON_FORM));
        HttpResponse<String> chunked = call(fromCpft("", JSON_FORM)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(entries.getBytes(StandardCharsets.UTF_8)))));

        for (HttpResponse<String> answer : List.of(announced, chunked)) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(ReceivingIT.issue(answer)).isEqualTo("REC_BAD_REQUEST too-long");
        }
        assertThat(used() - before).isLessThan(100 * 1024 * 1024);
    }

    /** Bodies that are R4 as far as they go, and made to be dear. */
    static Stream<Arguments> dearBodies() {
        String entry = ",{\"resource\":{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}}";
        Bundle looped = PartnerMessages.referral("9990001014");
        Patient patient = (Patient) looped.getEntry().get(2).getResource();
        Organization one = new Organization();
        one.setId("one");
        Organization other = new Organization();
        other.setId("other");
        patient.addContained(one).addContained(other);
        patient.getManagingOrganization().setReference("#one");
        String loop = PartnerMessages.json(looped)
                .replace("\"id\":\"one\"", "\"id\":\"one\",\"partOf\":{\"reference\":\"#other\"}")
                .replace("\"id\":\"other\"", "\"id\":\"other\",\"partOf\":{\"reference\":\"#one\"}");
        Bundle inward = PartnerMessages.referral("9990001014");
        ((Patient) inward.getEntry().get(2).getResource()).addPhoto().setUrl("http://169.254.169.254/latest/meta-data");
        PartnerMessages.request(inward).getSubject().setReference("http://localhost:9084/actuator/env");
        return Stream.of(
                Arguments.of(
                        "ten thousand entries",
                        PartnerMessages.json(PartnerMessages.referral("9990001014"))
                                .replaceFirst("]}$", entry.repeat(10_000) + "]}")),
                Arguments.of(
                        "a string of 900 kB",
                        PartnerMessages.json(PartnerMessages.referral("9990001014"))
                                .replace("Needs somebody", "Needs ".repeat(150_000) + "somebody")),
                Arguments.of(
                        "a decimal that is long when written out",
                        PartnerMessages.json(PartnerMessages.referral("9990001014"))
                                .replaceFirst(
                                        "]}$",
                                        ",{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                                                + "\"valueQuantity\":{\"value\":1e999999999}}}]}")),
                Arguments.of("contained resources in a circle", loop),
                Arguments.of("references to inside", PartnerMessages.json(inward)),
                Arguments.of(
                        "R5",
                        PartnerMessages.json(PartnerMessages.referral("9990001014"))
                                .replace(
                                        "\"intent\":\"plan\"",
                                        "\"intent\":\"plan\",\"code\":{\"concept\":{\"text\":\"x\"}}")));
    }

    /** Taken or refused, but answered by FHIR, within BaRS's five seconds, and nothing is left of it in memory. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("dearBodies")
    void isAnsweredInTimeAndInFlatMemory(String what, String body) {
        SIBLINGS.stubFor(post("/referrals")
                .willReturn(aResponse().withStatus(422).withBody("{\"detail\":\"Not a referral.\"}")));
        call(fromCpft(body, JSON_FORM));
        long before = used();

        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            HttpResponse<String> answer = call(fromCpft(body, JSON_FORM));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("somebody");
        }
        assertThat(used() - before).isLessThan(100 * 1024 * 1024);
    }

    @Test
    void aDecimalInXmlIsNotWrittenOutEither() {
        SIBLINGS.stubFor(post("/referrals")
                .willReturn(aResponse().withStatus(422).withBody("{\"detail\":\"Not a referral.\"}")));
        String body = PartnerMessages.xml(PartnerMessages.referral("9990001014"))
                .replaceFirst(
                        "</Bundle>$",
                        "<entry><resource><Observation><status value=\"final\"/><code><text value=\"x\"/></code>"
                                + "<valueQuantity><value value=\"1e999999999\"/></valueQuantity></Observation></resource></entry></Bundle>");

        HttpResponse<String> answer = call(fromCpft(body, XML_FORM));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("OperationOutcome");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("Content-Type", "text/plain", 415, "REC_UNSUPPORTED_MEDIA_TYPE not-supported"),
                Arguments.of(
                        "Content-Type",
                        "application/fhir+json; charset=utf-16",
                        415,
                        "REC_UNSUPPORTED_MEDIA_TYPE not-supported"),
                Arguments.of(
                        "Content-Type",
                        "application/fhir+json; fhirVersion=3.0",
                        422,
                        "REC_UNPROCESSABLE_ENTITY not-supported"),
                Arguments.of("Content-Type", "nonsense", 400, "REC_BAD_REQUEST invalid"),
                Arguments.of(
                        "Accept", "application/fhir+json; version=9.0", 422, "REC_UNPROCESSABLE_ENTITY not-supported"),
                Arguments.of("Accept", "image/png", 406, "SEND_NOT_ACCEPTABLE processing"),
                Arguments.of("X-Request-Id", "not-a-uuid-at-all", 400, "SEND_BAD_REQUEST invalid"),
                Arguments.of("X-Correlation-Id", "1-1-1-1-1", 400, "SEND_BAD_REQUEST invalid"),
                Arguments.of("NHSD-Target-Identifier", "no base 64!", 400, "SEND_BAD_REQUEST structure"),
                Arguments.of("NHSD-Target-Identifier", "e30=", 400, "SEND_BAD_REQUEST structure"),
                Arguments.of(
                        "NHSD-Target-Identifier",
                        target(new Target("https://fhir.nhs.uk/Id/dos-service-id", "1")),
                        404,
                        "PROXY_NOT_FOUND not-found"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aWrongHeaderIsRefused(String name, String value, int status, String issue) {
        HttpResponse<String> answer = call(fromCpft("{}", JSON_FORM).setHeader(name, value));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(ReceivingIT.issue(answer)).isEqualTo(issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "X-Correlation-Id", "NHSD-Target-Identifier"})
    void anAbsentHeaderIsAskedFor(String name) {
        HttpRequest.Builder message = request("/fhir/R4/$process-message")
                .header("Authorization", "Bearer " + partnerToken())
                .header("Content-Type", JSON_FORM)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        Stream.of("X-Request-Id", "X-Correlation-Id")
                .filter(it -> !it.equals(name))
                .forEach(it -> message.header(it, UUID.randomUUID().toString()));
        if (!name.equals("NHSD-Target-Identifier")) {
            message.header("NHSD-Target-Identifier", target(Target.HUB));
        }

        HttpResponse<String> answer = call(message);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ReceivingIT.issue(answer)).isEqualTo("SEND_BAD_REQUEST required");
        assertThat(answer.body()).contains(name);
    }

    @Test
    void anUnknownEventAndAnUnknownUseCaseAreUnknownCombinations() {
        Bundle booking = PartnerMessages.referral("9990001014");
        String unknownEvent = PartnerMessages.json(booking).replace("servicerequest-request", "booking-request");
        String unknownUse = PartnerMessages.json(booking)
                .replace(
                        "https://partnerhub.example/fhir/CodeSystem/purpose",
                        "https://fhir.nhs.uk/CodeSystem/usecases");

        for (String body : new String[] {unknownEvent, unknownUse}) {
            HttpResponse<String> answer = call(fromCpft(body, JSON_FORM));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(ReceivingIT.issue(answer)).isEqualTo("REC_BAD_REQUEST invariant");
        }
    }
}
