package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

class SendingIT extends FhirAdapterIT {

    @Test
    void aPermittedMessageReachesThePartnerWithBarsHeaders() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();

        JsonNode answer = sent(disclosure);

        assertThat(answer.path("outcome").asString()).isEqualTo("delivered");
        assertThat(answer.path("acknowledgement").asString()).isEqualTo("partner-answer-1");
        assertThat(answer.path("contentHash").asString()).matches("[0-9a-f]{64}");
        assertThat(PARTNER.taken()).hasSize(1);
        Map<String, String> headers = PARTNER.taken().getFirst().headers();
        assertThat(headers)
                .containsEntry("x-request-id", disclosure.delivery().toString())
                .containsEntry("accept", "application/fhir+json; version=1.4.0");
        assertThat(UUID.fromString(headers.get("x-correlation-id"))).isNotNull();
        assertThat(decoded(headers.get("nhsd-target-identifier")).path("value").asString())
                .isEqualTo("cpft-camhs");
    }

    @Test
    void everyAttemptHasTheSamePairOfIds() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        sent(disclosure);
        sent(disclosure);

        assertThat(PARTNER.taken())
                .extracting(
                        it -> it.headers().get("x-request-id") + it.headers().get("x-correlation-id"))
                .hasSize(2)
                .containsOnly(PARTNER.taken().getFirst().headers().get("x-request-id")
                        + PARTNER.taken().getFirst().headers().get("x-correlation-id"));
    }

    /** BaRS: an update has a request id of its own and the correlation id of the first. */
    @Test
    void whatComesLaterAboutAReferralIsAnUpdateUnderTheSameCorrelation() {
        Disclosure first = Disclosures.mentalHealthReferral();
        Disclosure later = Disclosures.again(first, first.purpose());
        Disclosure takenBack = Disclosures.takenBack(first);

        sent(first);
        sent(later);
        sent(takenBack);

        assertThat(PARTNER.taken())
                .extracting(it ->
                        header(it.message()).getReason().getCodingFirstRep().getCode())
                .containsExactly("new", "update", "update");
        assertThat(PARTNER.taken())
                .extracting(it -> it.headers().get("x-correlation-id"))
                .containsOnly(PARTNER.taken().getFirst().headers().get("x-correlation-id"));
        assertThat(PARTNER.taken())
                .extracting(it -> it.headers().get("x-request-id"))
                .doesNotHaveDuplicates();
        assertThat(PARTNER.taken().getLast().message().getEntry())
                .extracting(Bundle.BundleEntryComponent::getResource)
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                ServiceRequest.class,
                                request -> assertThat(request.getStatus())
                                        .isEqualTo(ServiceRequest.ServiceRequestStatus.REVOKED)));
    }

    @Test
    void whatAPartnerNeverTookOrHasForAnotherPurposeIsNewToIt() {
        Disclosure refused = Disclosures.mentalHealthReferral();
        PARTNER.answers(message -> {
            throw new InternalErrorException("not now");
        });
        sent(refused);
        PARTNER.forget();

        sent(Disclosures.again(refused, refused.purpose()));
        sent(Disclosures.again(refused, new Purpose("early-help-support")));

        assertThat(PARTNER.taken())
                .extracting(it ->
                        header(it.message()).getReason().getCodingFirstRep().getCode())
                .containsExactly("new", "new");
    }

    private static MessageHeader header(Bundle message) {
        return (MessageHeader) message.getEntryFirstRep().getResource();
    }

    @Test
    void aPermitIsUsedOnce() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        String permit = PERMITS.of(disclosure);

        assertThat(send(disclosure, permit, PARTNER.base()).statusCode()).isEqualTo(200);
        assertThat(send(disclosure, permit, PARTNER.base()).statusCode()).isEqualTo(403);
        assertThat(PARTNER.taken()).hasSize(1);
    }

    @Test
    void aCategoryBeyondThePermitIsNotSent() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        Set<Category> fewer = EnumSet.copyOf(disclosure.content().keySet());
        fewer.remove(Category.VOICE);

        refusedWith(disclosure, PERMITS.claims(disclosure, fewer));
    }

    @Test
    void aPermitForSomethingElseIsRefused() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        for (String claim : new String[] {"sub", "delivery", "decision"}) {
            JwtClaims claims = PERMITS.claims(disclosure, disclosure.content().keySet());
            claims.setClaim(claim, UUID.randomUUID().toString());
            refusedWith(disclosure, claims);
        }
        for (String claim : new String[] {"recipient", "purpose", "aud", "iss"}) {
            JwtClaims claims = PERMITS.claims(disclosure, disclosure.content().keySet());
            claims.setClaim(claim, "somebody-else");
            refusedWith(disclosure, claims);
        }
    }

    @Test
    void anExpiredForeignOrAbsentPermitIsRefused() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        JwtClaims expired = PERMITS.claims(disclosure, disclosure.content().keySet());
        expired.setExpirationTimeMinutesInTheFuture(-1);
        refusedWith(disclosure, expired);
        assertThat(send(disclosure, new Permits().of(disclosure), PARTNER.base())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(disclosure, "no.permit.atall", PARTNER.base()).statusCode())
                .isEqualTo(403);
        assertThat(PARTNER.taken()).isEmpty();
    }

    @Test
    void aPartnersTokenCannotSend() {
        HttpResponse<String> answer = call(request("/internal/fhir/messages")
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.shared()
                                        .partner("cpft", "internal.fhir")
                                        .signed())
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aDuplicateOfAnEarlierAttemptIsItsAcknowledgement() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        PARTNER.answers(message -> {
            throw new ResourceVersionConflictException("taken before", duplicate());
        });

        assertThat(sent(disclosure).path("outcome").asString()).isEqualTo("refused");
        assertThat(sent(disclosure).path("outcome").asString()).isEqualTo("delivered");
    }

    @Test
    void anAnswerThatSaysFatalErrorIsARefusal() {
        PARTNER.answers(message -> {
            Bundle answer = HapiPartner.acknowledge(message);
            ((MessageHeader) answer.getEntryFirstRep().getResource())
                    .getResponse()
                    .setCode(MessageHeader.ResponseType.FATALERROR);
            return answer;
        });

        assertThat(sent(Disclosures.mentalHealthReferral()).path("outcome").asString())
                .isEqualTo("refused");
    }

    @Test
    void anErrorThatCanBeReadIsARefusalWithoutThePartnersWords() {
        PARTNER.answers(message -> {
            throw new InternalErrorException("Wren Fenwick could not be saved");
        });

        JsonNode answer = sent(Disclosures.mentalHealthReferral());

        assertThat(answer.path("outcome").asString()).isEqualTo("refused");
        assertThat(answer.toString()).doesNotContain("Wren");
    }

    static Stream<Arguments> plainAnswers() {
        return Stream.of(
                Arguments.of(408, "", "unknown", "http-408"),
                Arguments.of(429, "", "failed", "http-429"),
                Arguments.of(503, "<html>", "failed", "http-503"),
                Arguments.of(500, "<html>", "unknown", "unreadable-answer"),
                Arguments.of(200, "fine", "unknown", "unreadable-answer"),
                Arguments.of(302, "", "refused", "http-302"),
                Arguments.of(404, "", "refused", "http-404"));
    }

    @ParameterizedTest
    @MethodSource("plainAnswers")
    void whatIsNoFhirIsClassedByItsStatus(int status, String body, String outcome, String reason) {
        SIBLINGS.stubFor(post(urlPathMatching("/partner/.*"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Location", PARTNER.base() + "/$process-message")
                        .withBody(body)));
        Disclosure disclosure = Disclosures.mentalHealthReferral();

        JsonNode answer =
                JSON.readTree(send(disclosure, PERMITS.of(disclosure), URI.create(SIBLINGS.baseUrl() + "/partner"))
                        .body());

        assertThat(answer.path("outcome").asString()).isEqualTo(outcome);
        assertThat(answer.path("reason").asString()).isEqualTo(reason);
        assertThat(PARTNER.taken()).as("no redirect is followed").isEmpty();
    }

    @Test
    void aBrokenConnectionIsUnknownAndAClosedPortIsAFailure() {
        SIBLINGS.stubFor(
                post(urlPathMatching("/partner/.*")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Disclosure disclosure = Disclosures.mentalHealthReferral();

        assertThat(outcome(disclosure, SIBLINGS.baseUrl() + "/partner")).isEqualTo("unknown");
        assertThat(outcome(disclosure, "http://localhost:1/R4")).isEqualTo("failed");
    }

    @Test
    void aServersCapabilitiesAreReadOnceAndRemembered() {
        sent(Disclosures.mentalHealthReferral());
        int asked = PARTNER.askedForMetadata();

        assertThat(sent(Disclosures.mentalHealthReferral()).path("outcome").asString())
                .isEqualTo("delivered");
        assertThat(asked).isPositive();
        assertThat(PARTNER.askedForMetadata()).isEqualTo(asked);
    }

    static Stream<Arguments> inabilities() {
        String messages = "\"messaging\":[{\"documentation\":\"x\"}]";
        String definitions = "\"rest\":[{\"mode\":\"server\",\"resource\":[{\"type\":\"MessageDefinition\"}]}]";
        return Stream.of(
                Arguments.of("3.0.2", messages, "another-event", "partner-speaks-another-fhir-version"),
                Arguments.of("4.0.1", "\"rest\":[{\"mode\":\"server\"}]", "another-event", "partner-takes-no-messages"),
                Arguments.of(
                        "4.0.1", messages + "," + definitions, "another-event", "partner-defines-no-such-message"));
    }

    @ParameterizedTest
    @MethodSource("inabilities")
    void whatAServerCannotTakeIsNotSentAndTriedAgainLater(String version, String offers, String event, String reason) {
        String place = "/able/" + UUID.randomUUID();
        publishes(place, version, offers, event);
        Disclosure disclosure = Disclosures.mentalHealthReferral();

        JsonNode answer = JSON.readTree(send(disclosure, PERMITS.of(disclosure), URI.create(SIBLINGS.baseUrl() + place))
                .body());

        assertThat(answer.path("outcome").asString()).isEqualTo("failed");
        assertThat(answer.path("reason").asString()).isEqualTo(reason);
        SIBLINGS.verify(0, postRequestedFor(urlPathMatching("/able/.*")));
    }

    @Test
    void aServerThatDefinesTheMessageIsSentIt() {
        String place = "/able/" + UUID.randomUUID();
        publishes(
                place,
                "4.0.1",
                "\"messaging\":[{\"documentation\":\"x\"}],\"rest\":[{\"mode\":\"server\",\"resource\":[{\"type\":\"MessageDefinition\"}]}]",
                "servicerequest-request");
        SIBLINGS.stubFor(
                post(urlPathMatching(place + "/.*")).willReturn(aResponse().withStatus(503)));

        assertThat(outcome(Disclosures.mentalHealthReferral(), SIBLINGS.baseUrl() + place))
                .isEqualTo("failed");
        SIBLINGS.verify(1, postRequestedFor(urlPathMatching(place + "/.*process-message")));
        SIBLINGS.verify(
                1,
                getRequestedFor(urlPathEqualTo(place + "/MessageDefinition"))
                        .withQueryParam("context", matching(".*cpft-camhs")));
    }

    private static void publishes(String place, String version, String offers, String event) {
        SIBLINGS.stubFor(get(urlPathEqualTo(place + "/metadata")).willReturn(okJson("""
                {"resourceType":"CapabilityStatement","status":"active","kind":"instance","fhirVersion":"%s",%s}
                """.formatted(version, offers))));
        SIBLINGS.stubFor(get(urlPathEqualTo(place + "/MessageDefinition")).willReturn(okJson("""
                {"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"MessageDefinition",
                 "status":"active","date":"2026-01-01","eventCoding":{"system":"s","code":"%s"}}}]}
                """.formatted(event))));
    }

    private String outcome(Disclosure disclosure, String endpoint) {
        return JSON.readTree(send(disclosure, PERMITS.of(disclosure), URI.create(endpoint))
                        .body())
                .path("outcome")
                .asString();
    }

    private void refusedWith(Disclosure disclosure, JwtClaims claims) {
        HttpResponse<String> answer = send(disclosure, PERMITS.signed(claims), PARTNER.base());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("permit-refused");
        assertThat(PARTNER.taken()).isEmpty();
    }

    private static OperationOutcome duplicate() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.DUPLICATE);
        return outcome;
    }

    private static JsonNode decoded(@Nullable String header) {
        return JSON.readTree(new String(Base64.getDecoder().decode(String.valueOf(header)), StandardCharsets.UTF_8));
    }
}
