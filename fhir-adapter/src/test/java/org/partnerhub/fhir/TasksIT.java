package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.testkit.TestIssuer;

/** The closed loop over REST: a trust and a school drive it with HAPI's client and with plain HTTP. */
class TasksIT extends FhirAdapterIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    private final String referral = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString();

    @BeforeEach
    void standsAt() {
        stands("requested", 1);
        SIBLINGS.stubFor(get(urlPathEqualTo("/referrals")).willReturn(okJson("""
                                {"items":[{"id":"%s","person":"%s"}],
                                 "links":{"next":"/referrals?before=2026-11-20T10:00:00Z&limit=10"}}
                                """.formatted(referral, person))));
    }

    @Test
    void aSenderReadsAServiceRequestWithIdsAndCodesAlone() {
        ServiceRequest request = client("fenland-academy")
                .read()
                .resource(ServiceRequest.class)
                .withId(referral)
                .execute();

        assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.ACTIVE);
        assertThat(request.getSubject().getIdentifier().getValue()).isEqualTo(person);
        assertThat(request.getRequester().getIdentifier().getValue()).isEqualTo("fenland-academy");
        assertThat(request.getPerformerFirstRep().getIdentifier().getValue()).isEqualTo("cpft-camhs");
        SIBLINGS.verify(getRequestedFor(urlEqualTo("/referrals/" + referral))
                .withHeader("Authorization", equalTo("Bearer " + token("fenland-academy"))));
    }

    @Test
    void whatMayNotBeToldIsNotInTheServiceRequest() {
        SIBLINGS.stubFor(get("/referrals/" + referral).willReturn(okJson("""
                {"id":"%s","person":"%s","sender":"fenland-academy","receivedAt":"2026-11-20T10:00:00Z",
                 "withheld":[{"category":"referral","reasons":["There is no agreement in force."]}]}
                """.formatted(referral, person))));

        ServiceRequest request = client("fenland-academy")
                .read()
                .resource(ServiceRequest.class)
                .withId(referral)
                .execute();

        assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.UNKNOWN);
        assertThat(request.getPerformer()).isEmpty();
        assertThat(request.getNoteFirstRep().getText()).isEqualTo("There is no agreement in force.");
    }

    @Test
    void anotherPartnersReferralIsNotThere() {
        SIBLINGS.stubFor(get("/referrals/" + referral).willReturn(aResponse().withStatus(404)));
        IGenericClient client = client("fenland-academy");

        assertThatThrownBy(() -> client.read()
                        .resource(ServiceRequest.class)
                        .withId(referral)
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
        Bundle found = client.search()
                .forResource(ServiceRequest.class)
                .where(ServiceRequest.RES_ID.exactly().code(referral))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getEntry()).isEmpty();
    }

    @Test
    void aSearchPassesOnWhatIsAskedAndPages() {
        Bundle found = client("cpft")
                .search()
                .forResource(Task.class)
                .where(Task.STATUS.exactly().code("requested"))
                .and(Task.OWNER.hasId("Organization/cpft-camhs"))
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getEntry()).hasSize(1);
        assertThat(((Task) found.getEntryFirstRep().getResource()).getFocus().getReference())
                .isEqualTo("ServiceRequest/" + referral);
        assertThat(found.getLink("next").getUrl()).contains("/Task?").contains("before=2026-11-20T10:00:00Z");
        SIBLINGS.verify(getRequestedFor(urlEqualTo("/referrals?limit=10&recipient=cpft-camhs&state=requested")));
    }

    @Test
    void aParameterThatTheHubDoesNotKnowIsRefusedRatherThanIgnored() {
        HttpResponse<String> answer = call(request("/fhir/R4/Task?patient.name=Idris")
                .header("Authorization", "Bearer " + token("cpft"))
                .GET());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Idris");
        SIBLINGS.verify(exactly(0), getRequestedFor(urlPathEqualTo("/referrals")));
    }

    @Test
    void aRecipientMovesItsTaskOn() {
        SIBLINGS.stubFor(post("/referrals/" + referral + "/responses").willReturn(okJson("{}")));
        Task task = camhsTask();
        task.setStatus(Task.TaskStatus.ACCEPTED);

        client("cpft").update().resource(task).execute();

        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals/" + referral + "/responses"))
                .withHeader("Authorization", equalTo("Bearer " + token("cpft")))
                .withRequestBody(equalToJson("{\"recipient\":\"cpft-camhs\",\"state\":\"accepted\"}")));
    }

    @Test
    void aWrongTransitionIsAConflictThatNamesThePresentState() {
        SIBLINGS.stubFor(post("/referrals/" + referral + "/responses")
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"detail\":\"It is requested.\"}")));
        Task task = camhsTask();
        task.setStatus(Task.TaskStatus.COMPLETED);

        HttpResponse<String> answer = put("cpft", task, null);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ReceivingIT.issue(answer)).isEqualTo("REC_CONFLICT conflict");
        assertThat(answer.body()).contains("It is requested.");
    }

    @Test
    void aStaleVersionIsAConflictAndChangesNothing() {
        Task task = camhsTask();
        stands("accepted", 2);
        task.setStatus(Task.TaskStatus.REJECTED);
        task.setStatusReason(new CodeableConcept(new Coding(Hub.STATUS_REASON, "no-capacity", null)));

        assertThatThrownBy(() -> client("cpft")
                        .update()
                        .resource(task)
                        .withId(versioned(task))
                        .execute())
                .isInstanceOf(ResourceVersionConflictException.class);
        HttpResponse<String> raw = put("cpft", task, "W/\"" + task.getMeta().getVersionId() + "\"");

        assertThat(raw.statusCode()).isEqualTo(409);
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void aReasonIsAskedForByItsElement() {
        Task task = camhsTask();
        task.setStatus(Task.TaskStatus.REJECTED);

        HttpResponse<String> answer = put("cpft", task, null);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).at("/issue/0/expression/0").asString())
                .isEqualTo("Task.statusReason");
    }

    @Test
    void aSenderTakesItBackThroughTaskOrServiceRequest() {
        SIBLINGS.stubFor(post("/referrals/" + referral + "/cancellation").willReturn(okJson("{}")));
        Task task = camhsTask();
        task.setStatus(Task.TaskStatus.CANCELLED);
        task.setStatusReason(new CodeableConcept(new Coding(Hub.STATUS_REASON, "no-longer-needed", null)));
        ServiceRequest request = revoked();
        request.addExtension(
                new Extension(REASON, new CodeableConcept(new Coding(Hub.STATUS_REASON, "declined-by-family", null))));

        client("fenland-academy").update().resource(task).execute();
        client("fenland-academy").update().resource(request).execute();

        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals/" + referral + "/cancellation"))
                .withRequestBody(equalToJson(
                        "{\"recipient\":\"cpft-camhs\",\"reason\":\"no-longer-needed\",\"enteredInError\":false}")));
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/referrals/" + referral + "/cancellation"))
                .withRequestBody(equalToJson("{\"reason\":\"declined-by-family\",\"enteredInError\":false}")));
    }

    private ServiceRequest revoked() {
        ServiceRequest request = new ServiceRequest();
        request.setId(referral);
        request.setStatus(ServiceRequest.ServiceRequestStatus.REVOKED);
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.getSubject().setDisplay("As in the referral");
        return request;
    }

    @Test
    void aRecipientMayNotChangeTheServiceRequest() {
        ServiceRequest request = revoked();

        HttpResponse<String> answer = call(request("/fhir/R4/ServiceRequest/" + referral)
                .header("Authorization", "Bearer " + token("cpft"))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(request))));

        assertThat(answer.statusCode()).isEqualTo(403);
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void theSamePageComesAsXml() {
        HttpResponse<String> answer = call(request("/fhir/R4/Task?focus=ServiceRequest/" + referral)
                .header("Authorization", "Bearer " + token("cpft"))
                .header("Accept", "application/fhir+xml")
                .GET());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<Bundle").contains("<code value=\"fulfill\"");
    }

    private Task camhsTask() {
        Bundle found = client("cpft")
                .search()
                .forResource(Task.class)
                .where(Task.FOCUS.hasId("ServiceRequest/" + referral))
                .returnBundle(Bundle.class)
                .execute();
        return (Task) found.getEntryFirstRep().getResource();
    }

    private HttpResponse<String> put(String partner, Task task, @Nullable String version) {
        HttpRequest.Builder call = request(
                        "/fhir/R4/Task/" + task.getIdElement().getIdPart())
                .header("Authorization", "Bearer " + token(partner))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(task)));
        return call(version == null ? call : call.header("If-Match", version));
    }

    private static String versioned(Task task) {
        return "Task/" + task.getIdElement().getIdPart() + "/_history/"
                + task.getMeta().getVersionId();
    }

    private void stands(String state, int steps) {
        String history = ",{\"state\":\"%s\",\"by\":\"cpft\",\"at\":\"2026-11-21T10:00:00Z\"}"
                .formatted(state)
                .repeat(steps)
                .substring(1);
        SIBLINGS.stubFor(
                get("/referrals/" + referral).willReturn(okJson("""
                {"id":"%s","person":"%s","sender":"fenland-academy","kind":"request","state":"sent",
                 "receivedAt":"2026-11-20T10:00:00Z",
                 "recipients":[{"recipient":"cpft-camhs","purpose":"mental-health-specialist","state":"%s",
                   "delivery":"delivered","history":[%s]}]}
                """.formatted(referral, person, state, history))));
    }

    private IGenericClient client(String partner) {
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        IGenericClient client =
                FHIR.newRestfulGenericClient(request("/fhir/R4").build().uri().toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token(partner)));
        return client;
    }

    private static String token(String partner) {
        return TOKENS.computeIfAbsent(
                partner,
                it -> TestIssuer.shared()
                        .partner(it, "fhir.message", "referral.read", "referral.write")
                        .signed());
    }
}
