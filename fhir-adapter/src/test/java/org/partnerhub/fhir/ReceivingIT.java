package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

class ReceivingIT extends FhirAdapterIT {

    private static final String JSON_FORM = "application/fhir+json";

    @Test
    void anAcceptanceReachesTheReferralUnderThePartnersOwnToken() {
        Disclosure disclosure = delivered();
        String referral = disclosure.reference().replace("referral/", "");
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        String token = partnerToken();

        HttpResponse<String> answer =
                call(fromCpft(accepted(disclosure), JSON_FORM).setHeader("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"code\":\"ok\"").contains(referral);
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals/" + referral + "/responses"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withRequestBody(equalToJson("{\"recipient\":\"cpft-camhs\",\"state\":\"accepted\"}")));
    }

    @Test
    void idsAreEchoed() {
        String request = UUID.randomUUID().toString();
        HttpResponse<String> answer = call(fromCpft("{}", JSON_FORM).setHeader("X-Request-Id", request));

        assertThat(answer.headers().firstValue("X-Request-Id")).contains(request);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void aRejectionSaysWhyAndWhereInstead() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        Task task = PartnerMessages.task(Task.TaskStatus.REJECTED);
        task.setStatusReason(new CodeableConcept(new Coding(Bars.REJECTED_REASONS, "22", null)).setText("Full."));
        task.addOutput()
                .setType(new CodeableConcept(new Coding(Hub.TASK_OUTPUT, Hub.BETTER_PLACE, null)))
                .setValue(new CodeType("early-help-hub-cambridgeshire"));

        String body = PartnerMessages.xml(PartnerMessages.answer(disclosure.delivery(), task));
        HttpResponse<String> answer =
                call(fromCpft(body, "application/fhir+xml").setHeader("Accept", "application/fhir+xml"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<Bundle");
        SIBLINGS.verify(
                postRequestedFor(urlPathMatching("/referrals/.*/responses")).withRequestBody(equalToJson("""
                        {"recipient":"cpft-camhs","state":"rejected","reason":"no-capacity","message":"Full.",
                         "betterPlace":"early-help-hub-cambridgeshire"}""")));
    }

    @Test
    void aServiceRequestsStatusIsAnAnswerToo() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));

        call(fromCpft(
                PartnerMessages.json(
                        PartnerMessages.answer(disclosure.delivery(), ServiceRequest.ServiceRequestStatus.COMPLETED)),
                JSON_FORM));

        SIBLINGS.verify(postRequestedFor(urlPathMatching("/referrals/.*/responses"))
                .withRequestBody(matchingJsonPath("$.state", equalTo("completed")))
                .withRequestBody(matchingJsonPath("$.outcome", equalTo("not-stated"))));
    }

    @Test
    void theSamePairOfIdsIsADuplicateOnceTaken() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        HttpRequest.Builder message = fromCpft(accepted(disclosure), JSON_FORM);

        assertThat(call(message).statusCode()).isEqualTo(200);
        HttpResponse<String> again = call(message);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(issue(again)).isEqualTo("REC_CONFLICT duplicate");
        SIBLINGS.verify(exactly(1), postRequestedFor(urlPathMatching("/referrals/.*/responses")));
    }

    @Test
    void aPairThatIsStillInHandIsNoDuplicateYet() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(
                post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}").withFixedDelay(2_000)));
        HttpRequest.Builder message = fromCpft(accepted(disclosure), JSON_FORM);

        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> call(message));
        await().until(() -> !SIBLINGS.findAll(postRequestedFor(urlPathMatching("/referrals/.*/responses")))
                .isEmpty());
        HttpResponse<String> meanwhile = call(message);

        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        assertThat(issue(meanwhile)).isEqualTo("REC_SERVICE_UNAVAILABLE transient");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(call(message).statusCode()).isEqualTo(409);
    }

    @Test
    void whatFailedMayComeAgainUnderTheSamePair() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(
                post(urlPathMatching("/referrals/.*")).willReturn(aResponse().withStatus(503)));
        HttpRequest.Builder message = fromCpft(accepted(disclosure), JSON_FORM);

        HttpResponse<String> first = call(message);
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).isPresent();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        assertThat(call(message).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongStateIsAConflictThatNamesThePresentOne() {
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*"))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"detail\":\"It is completed.\"}")));

        HttpResponse<String> answer = call(fromCpft(accepted(disclosure), JSON_FORM));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(issue(answer)).isEqualTo("REC_CONFLICT conflict");
        assertThat(answer.body()).contains("It is completed.");
    }

    @Test
    void anAnswerToAnUnknownMessageAndToAnotherPartnersAreAlike() {
        HttpResponse<String> unknown = call(fromCpft(
                PartnerMessages.json(
                        PartnerMessages.answer(UUID.randomUUID(), PartnerMessages.task(Task.TaskStatus.ACCEPTED))),
                JSON_FORM));
        Disclosure disclosure = delivered();
        SIBLINGS.stubFor(
                post(urlPathMatching("/referrals/.*")).willReturn(aResponse().withStatus(404)));
        HttpResponse<String> foreign = call(fromCpft(accepted(disclosure), JSON_FORM));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(issue(unknown)).isEqualTo("REC_NOT_FOUND not-found").isEqualTo(issue(foreign));
        assertThat(unknown.body()).isEqualTo(foreign.body());
    }

    @Test
    void aNewReferralIsSentOnInTheSchemasForm() {
        UUID referral = UUID.randomUUID();
        SIBLINGS.stubFor(post("/referrals").willReturn(created().withBody("{\"id\":\"" + referral + "\"}")));
        Bundle message = PartnerMessages.referral("9990001014");
        HttpRequest.Builder request = fromCpft(PartnerMessages.json(message), JSON_FORM);

        HttpResponse<String> answer = call(request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(referral.toString());
        var sent = SIBLINGS.findAll(postRequestedFor(urlEqualTo("/referrals"))).getFirst();
        JsonNode body = JSON.readTree(sent.getBodyAsString());
        assertThat(Schemas.bundled().violations("referral", body)).isEmpty();
        assertThat(body.path("subject").path("nhsNumber").asString()).isEqualTo("9990001014");
        assertThat(body.path("urgency").asString()).isEqualTo("urgent");
        assertThat(body.path("story").path("voice").asString()).isEqualTo("I do not sleep.");
        assertThat(sent.getHeader("Idempotency-Key"))
                .isEqualTo(request.build().headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void anNhsNumberThatFailsItsCheckIsNotUsedAndTheSenderHearsSo() {
        SIBLINGS.stubFor(post("/referrals").willReturn(created().withBody("{\"id\":\"" + UUID.randomUUID() + "\"}")));

        HttpResponse<String> answer =
                call(fromCpft(PartnerMessages.json(PartnerMessages.referral("3478526985")), JSON_FORM));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("fails its check").doesNotContain("3478526985");
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals"))
                .withRequestBody(matchingJsonPath("$.subject.nhsNumberAbsent", equalTo("not-known"))));
    }

    @Test
    void whatTheSenderAddsGoesToItsReferralByTheHubsReference() {
        UUID referral = UUID.randomUUID();
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        Bundle change =
                PartnerMessages.change("update", ServiceRequest.ServiceRequestStatus.ACTIVE, referral.toString());
        PartnerMessages.request(change).addNote().setText("The grandmother is at home in the mornings.");
        HttpRequest.Builder message = fromCpft(PartnerMessages.xml(change), "application/fhir+xml");

        HttpResponse<String> answer = call(message);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var sent = SIBLINGS.findAll(postRequestedFor(urlEqualTo("/referrals/" + referral + "/updates")))
                .getFirst();
        assertThat(Schemas.bundled().violations("update", JSON.readTree(sent.getBodyAsString())))
                .isEmpty();
        assertThat(sent.getBodyAsString()).contains("The grandmother");
        assertThat(sent.getHeader("Idempotency-Key"))
                .isEqualTo(message.build().headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(call(message).statusCode()).as("once").isEqualTo(409);
    }

    @Test
    void aReferralIsTakenBackUnderTheCorrelationIdThatItCameUnder() {
        UUID referral = UUID.randomUUID();
        String correlation = UUID.randomUUID().toString();
        SIBLINGS.stubFor(post("/referrals").willReturn(created().withBody("{\"id\":\"" + referral + "\"}")));
        SIBLINGS.stubFor(post(urlPathMatching("/referrals/.*")).willReturn(okJson("{}")));
        call(fromCpft(PartnerMessages.json(PartnerMessages.referral("9990001014")), JSON_FORM)
                .setHeader("X-Correlation-Id", correlation));
        String revoked = PartnerMessages.json(
                PartnerMessages.change("update", ServiceRequest.ServiceRequestStatus.REVOKED, null));

        HttpResponse<String> elsewhere = call(fromCpft(revoked, JSON_FORM));
        HttpResponse<String> answer = call(fromCpft(revoked, JSON_FORM).setHeader("X-Correlation-Id", correlation));

        assertThat(issue(elsewhere)).isEqualTo("REC_NOT_FOUND not-found");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(referral.toString()).contains("\"status\":\"revoked\"");
        var sent = SIBLINGS.findAll(postRequestedFor(urlEqualTo("/referrals/" + referral + "/cancellation")))
                .getFirst();
        JsonNode body = JSON.readTree(sent.getBodyAsString());
        assertThat(Schemas.bundled().violations("cancellation", body)).isEmpty();
        assertThat(body.path("enteredInError").asBoolean()).isFalse();
    }

    @Test
    void anUpdateThatSaysNothingIsRefusedAndNamesWhereToSayIt() {
        String change = PartnerMessages.json(PartnerMessages.change(
                "update",
                ServiceRequest.ServiceRequestStatus.ACTIVE,
                UUID.randomUUID().toString()));

        HttpResponse<String> answer = call(fromCpft(change, JSON_FORM));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ServiceRequest.note.text");
    }

    @Test
    void anActiveSafeguardingFlagIsAskedAboutAsSafeguardingWhomeverTheRestIsFor() {
        SIBLINGS.stubFor(post("/referrals").willReturn(created().withBody("{\"id\":\"" + UUID.randomUUID() + "\"}")));
        Bundle flagged = PartnerMessages.referral("9990001014");
        Flag flag = new Flag();
        flag.setStatus(Flag.FlagStatus.ACTIVE);
        flag.addCategory(new CodeableConcept(
                new Coding("https://fhir.nhs.uk/Codesystem/flag-categories-bars", Bars.SAFEGUARDING_FLAG, null)));
        flag.setCode(new CodeableConcept().setText("A concern."));
        flag.getSubject().setDisplay("The patient");
        flagged.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(flag);

        assertThat(call(fromCpft(PartnerMessages.json(flagged), JSON_FORM)
                                .setHeader(
                                        "NHSD-Target-Identifier",
                                        target(new Target(Hub.RECIPIENT, "early-help-hub-cambridgeshire"))))
                        .statusCode())
                .isEqualTo(200);

        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals"))
                .withRequestBody(matchingJsonPath("$.asks", equalToJson("""
                        [{"purpose":"early-help-support","recipient":"early-help-hub-cambridgeshire"},
                         {"purpose":"safeguarding"}]"""))));
        flag.setStatus(Flag.FlagStatus.INACTIVE);
        SIBLINGS.resetRequests();
        call(fromCpft(PartnerMessages.json(flagged), JSON_FORM));
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals"))
                .withRequestBody(matchingJsonPath("$.asks", equalToJson("[{\"purpose\":\"early-help-support\"}]"))));
    }

    @Test
    void aSenderThatAsksFirstHearsWhichMessagesAreTaken() {
        HttpResponse<String> asked = ask("?context=https://fhir.nhs.uk/Id/dos-service-id%7C1234567890"
                + "&context=https://partnerhub.example/fhir/CodeSystem/purpose%7Cearly-help-support");
        HttpResponse<String> emergency = ask("?context=https://fhir.nhs.uk/Id/dos-service-id%7C1234567890"
                + "&context=https://fhir.nhs.uk/CodeSystem/usecases-categories-bars%7C111-to-ED");

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(JSON.readTree(asked.body()).path("entry").findValuesAsString("id"))
                .containsExactly("servicerequest-request", "servicerequest-response", "encounter");
        assertThat(JSON.readTree(emergency.body()).path("total").asInt(-1)).isZero();
    }

    private HttpResponse<String> ask(String query) {
        return call(request("/fhir/R4/MessageDefinition" + query)
                .header("Authorization", "Bearer " + partnerToken())
                .GET());
    }

    @Test
    void theCapabilityStatementSaysWhatIsTaken() {
        HttpResponse<String> answer = call(request("/fhir/R4/metadata")
                .header("Authorization", "Bearer " + partnerToken())
                .header("Accept", "application/fhir+json; version=1.4.0")
                .GET());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("fhirVersion").asString()).isEqualTo("4.0.1");
    }

    @Test
    void securityRefusesWithOperationOutcomes() {
        HttpResponse<String> none = call(request("/fhir/R4/$process-message").POST(BodyPublishers.ofString("{}")));
        HttpResponse<String> scope = call(request("/fhir/R4/metadata")
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.shared()
                                        .partner("cpft", "referral.write")
                                        .signed())
                .GET());
        HttpResponse<String> path = call(request("/fhir/R4/Patient")
                .header("Authorization", "Bearer " + partnerToken())
                .GET());

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(issue(none)).isEqualTo("SEND_UNAUTHORIZED security");
        assertThat(scope.statusCode()).isEqualTo(403);
        assertThat(issue(scope)).isEqualTo("SEND_FORBIDDEN forbidden");
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(issue(path)).isEqualTo("REC_NOT_FOUND not-found");
    }

    private Disclosure delivered() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        assertThat(sent(disclosure).path("outcome").asString()).isEqualTo("delivered");
        return disclosure;
    }

    private static String accepted(Disclosure disclosure) {
        return PartnerMessages.json(
                PartnerMessages.answer(disclosure.delivery(), PartnerMessages.task(Task.TaskStatus.ACCEPTED)));
    }

    static String issue(HttpResponse<String> answer) {
        JsonNode issue = JSON.readTree(answer.body()).path("issue").path(0);
        return issue.path("details").path("coding").path(0).path("code").asString() + " "
                + issue.path("code").asString();
    }
}
