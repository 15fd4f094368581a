package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.consent.ConsentDrafts;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.testkit.TestIssuer;

class ConsentsIT extends FhirAdapterIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private final String id = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString();

    @BeforeEach
    void recorded() {
        stands("given", 1);
    }

    @Test
    void aConsentIsRecordedUnderThePartnersOwnTokenAndReadBack() {
        SIBLINGS.stubFor(post("/consents").willReturn(created().withBody("{\"id\":\"" + id + "\"}")));
        String request = UUID.randomUUID().toString();

        HttpResponse<String> answer = call(request("/fhir/R4/Consent")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/fhir+json")
                .header("X-Request-Id", request)
                .POST(BodyPublishers.ofString(json(ConsentDrafts.given(person)))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/fhir/R4/Consent/" + id));
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(parsed(answer).getExtensionString(Hub.NOT_KEPT)).isEqualTo("Consent.policyRule");
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/consents"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withHeader("Idempotency-Key", equalTo(request))
                .withRequestBody(matchingJsonPath("$.subject.personId", equalTo(person)))
                .withRequestBody(matchingJsonPath("$.recipients.kinds[0]", equalTo("council"))));
    }

    @Test
    void whatIsSaidInHl7sCodesIsRecordedAtItsNarrowestAndTheRestNamed() {
        SIBLINGS.stubFor(post("/consents").willReturn(created().withBody("{\"id\":\"" + id + "\"}")));
        Consent consent = ConsentDrafts.given(person);
        consent.setProvision(new Consent.ProvisionComponent()
                .addPurpose(new Coding(ACT_REASON, "TREAT", null))
                .addPurpose(new Coding(ACT_REASON, "HPAYMT", null)));

        HttpResponse<String> answer = call(request("/fhir/R4/Consent")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json(consent))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(parsed(answer).getExtensionsByUrl(Hub.NOT_KEPT))
                .extracting(it -> it.getValue().primitiveValue())
                .containsExactly(
                        "Consent.policyRule",
                        "Consent.provision.purpose[1]: the hub does not share for it.",
                        "Consent.provision.period.end: none was said, and what is agreed is kept for a year.");
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/consents"))
                .withRequestBody(matchingJsonPath("$.purposes", equalToJson("[\"mental-health-specialist\"]")))
                .withRequestBody(
                        matchingJsonPath("$.recipients.kinds", equalToJson("[\"hospital\",\"mental-health\"]")))
                .withRequestBody(matchingJsonPath("$.until", equalTo("2027-11-17"))));
    }

    @Test
    void whatTheHubCannotExpressIsNamedAndNothingIsRecorded() {
        Consent consent = ConsentDrafts.given(person);
        consent.getProvision().getDataPeriod().setStartElement(new DateTimeType("2022-01-01"));

        HttpResponse<String> answer = call(request("/fhir/R4/Consent")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json(consent))));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).at("/issue/0/expression/0").asString())
                .isEqualTo("Consent.provision.dataPeriod");
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void aConsentThatSomebodyElseRecordedIsNotThere() {
        SIBLINGS.stubFor(get("/consents/" + id).willReturn(aResponse().withStatus(404)));

        assertThat(read().statusCode()).isEqualTo(404);
    }

    @Test
    void inactiveWithdrawsIt() {
        SIBLINGS.stubFor(post("/consents/" + id + "/withdrawal").willReturn(okJson("{}")));
        Consent consent = parsed(read());
        consent.setStatus(Consent.ConsentState.INACTIVE);

        assertThat(put(consent, null).statusCode()).isEqualTo(200);
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/consents/" + id + "/withdrawal"))
                .withRequestBody(equalToJson("{\"withdrawnBy\":{\"capacity\":\"adult\"}}")));
    }

    @Test
    void aWithdrawalThatIsUnderWayIsAskedForAgainUntilItIsAcknowledged() {
        SIBLINGS.stubFor(
                post("/consents/" + id + "/withdrawal").willReturn(aResponse().withStatus(503)));
        Consent consent = parsed(read());
        consent.setStatus(Consent.ConsentState.INACTIVE);
        assertThat(put(consent, null).statusCode()).isEqualTo(503);

        stands("withdrawn", 2);
        assertThat(put(consent, null).statusCode()).isEqualTo(503);
        SIBLINGS.stubFor(post("/consents/" + id + "/withdrawal").willReturn(okJson("{}")));
        assertThat(put(consent, null).statusCode()).isEqualTo(200);
    }

    @Test
    void aNarrowingThatIsUnderWayIsAskedForAgainUntilItIsAcknowledged() {
        SIBLINGS.stubFor(
                post("/consents/" + id + "/narrowing").willReturn(aResponse().withStatus(503)));
        Consent asItStands = parsed(read());

        assertThat(put(asItStands, null).statusCode()).isEqualTo(503);
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/consents/" + id + "/narrowing"))
                .withRequestBody(equalToJson("{\"narrowedBy\":{\"capacity\":\"adult\"},\"until\":\"2027-11-17\"}")));
    }

    @Test
    void aConsentThatHasRunOutIsWithdrawnAllTheSame() {
        SIBLINGS.stubFor(post("/consents/" + id + "/withdrawal").willReturn(okJson("{}")));
        stands("expired", 2);
        Consent consent = parsed(read());

        assertThat(put(consent, null).statusCode()).isEqualTo(200);
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/consents/" + id + "/withdrawal")));
    }

    @Test
    void anotherPersonOrAnotherIdIsRefused() {
        Consent aboutAnother = parsed(read());
        aboutAnother.getPatient().getIdentifier().setValue(UUID.randomUUID().toString());
        Consent underAnotherId = parsed(read());
        underAnotherId.setId(UUID.randomUUID().toString());

        assertThat(put(aboutAnother, null).body()).contains("Consent.patient.identifier");
        assertThat(put(underAnotherId, null).statusCode()).isEqualTo(400);
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void lessIsANarrowingOfWhatIsLess() {
        SIBLINGS.stubFor(post("/consents/" + id + "/narrowing").willReturn(okJson("{}")));
        Consent consent = parsed(read());
        consent.getProvision().getClass_().removeLast();

        assertThat(put(consent, null).statusCode()).isEqualTo(200);
        SIBLINGS.verify(
                postRequestedFor(urlEqualTo("/consents/" + id + "/narrowing"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"narrowedBy\":{\"capacity\":\"adult\"},\"categories\":[\"identity\"],\"until\":\"2027-11-17\"}")));
    }

    @Test
    void moreIsRefusedInConsentServicesWords() {
        SIBLINGS.stubFor(post("/consents/" + id + "/narrowing")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"detail\":\"It is more than before.\"}")));
        Consent consent = parsed(read());
        consent.getProvision()
                .addClass_(
                        new Coding("https://partnerhub.example/fhir/CodeSystem/information-category", "voice", null));

        HttpResponse<String> answer = put(consent, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("It is more than before.");
    }

    @Test
    void aStaleVersionIsAConflictAndChangesNothing() {
        Consent consent = parsed(read());
        stands("given", 2);
        consent.setStatus(Consent.ConsentState.INACTIVE);

        assertThat(put(consent, "W/\"1\"").statusCode()).isEqualTo(409);
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void whatCannotBeChangedIsNamed() {
        Consent consent = parsed(read());
        consent.getProvision().getPeriod().setStartElement(new DateTimeType("2026-01-01"));

        HttpResponse<String> answer = put(consent, null);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Consent.provision.period.start");
    }

    @Test
    void aPartnerFindsItsOwnConsentsByPersonAndStatus() {
        String recorded = JSON.readTree(SIBLINGS.getStubMappings().stream()
                        .filter(it -> String.valueOf(it.getRequest().getUrl()).endsWith(id))
                        .findFirst()
                        .orElseThrow()
                        .getResponse()
                        .getBody())
                .toString();
        SIBLINGS.stubFor(get(urlPathEqualTo("/consents"))
                .withQueryParam("person", equalTo(person))
                .withQueryParam("limit", equalTo("5"))
                .willReturn(okJson("{\"items\":[" + recorded + "],\"next\":\"" + id + "\"}")));

        Bundle active = found("_count=5&status=active&patient:identifier=" + Hub.PERSON + "%7C" + person);
        Bundle inactive = found("_count=5&status=inactive&patient=" + person);

        assertThat(active.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo(id);
        assertThat(active.getLink("next").getUrl())
                .contains("/fhir/R4/Consent?")
                .contains("after=" + id);
        assertThat(inactive.getEntry()).isEmpty();
        SIBLINGS.verify(
                getRequestedFor(urlPathEqualTo("/consents")).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void aSearchByANumberOfAPersonIsRefusedWithTheRemedy() {
        HttpResponse<String> answer = search("patient:identifier=https://fhir.nhs.uk/Id/nhs-number%7C9990000018");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/people/lookup").doesNotContain("9990000018");
        assertThat(search("status=entered-in-error").statusCode()).isEqualTo(400);
        assertThat(search("_has=anything").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> search(String query) {
        return call(request("/fhir/R4/Consent?" + query)
                .header("Authorization", "Bearer " + TOKEN)
                .GET());
    }

    private Bundle found(String query) {
        HttpResponse<String> answer = search(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private void stands(String state, int steps) {
        String history = ",{\"what\":\"given\",\"at\":\"2026-11-18T10:00:00Z\"}"
                .repeat(steps)
                .substring(1);
        SIBLINGS.stubFor(get("/consents/" + id).willReturn(okJson("""
                {"id":"%s","person":"%s","version":1,"state":"%s","decision":"given","capacity":"adult",
                 "purposes":["mental-health-specialist"],"categories":["identity","plan"],
                 "recipients":{"kinds":["council"],"ids":["cpft-camhs"]},"exceptions":[],
                 "from":"2026-11-18","until":"2027-11-17","obtainedOn":"2026-11-18","evidence":"form",
                 "recordedBy":"cpft","recordedAt":"2026-11-18T10:00:00Z","history":[%s]}
                """.formatted(id, person, state, history))));
    }

    private HttpResponse<String> read() {
        return call(request("/fhir/R4/Consent/" + id)
                .header("Authorization", "Bearer " + TOKEN)
                .GET());
    }

    private HttpResponse<String> put(Consent consent, @Nullable String version) {
        var call = request("/fhir/R4/Consent/" + id)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(json(consent)));
        return call(version == null ? call : call.header("If-Match", version));
    }

    private static Consent parsed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return FHIR.newJsonParser().parseResource(Consent.class, answer.body());
    }

    private static String json(Consent consent) {
        return FHIR.newJsonParser().encodeResourceToString(consent);
    }

    private static final String TOKEN = TestIssuer.shared()
            .partner("cpft", "fhir.message", "consent.read", "consent.write")
            .signed();
}
