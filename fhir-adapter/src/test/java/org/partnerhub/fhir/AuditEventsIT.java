package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.validation.incoming.Validation;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;

class AuditEventsIT extends FhirAdapterIT {

    private static final String OFFICER = TestIssuer.shared()
            .officer("officer.brook", "governance-officer", "log.read")
            .signed();
    private static final String CONSENT = "5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a01";

    private final String person = UUID.randomUUID().toString();

    @Autowired
    private Validation validation;

    @Test
    void decisionsAndDisclosuresComeAsIhesPatterns() {
        logHolds();

        Bundle found = found(Map.of("patient", Hub.PERSON + "|" + person, "reason", "Complaint 12"));

        List<AuditEvent> events = found.getEntry().stream()
                .map(it -> (AuditEvent) it.getResource())
                .toList();
        assertThat(events)
                .extracting(it ->
                        it.getType().getCode() + " " + it.getSubtypeFirstRep().getCode() + " "
                                + it.getOutcome().toCode())
                .containsExactly("110113 AuthZ-Consent 0", "110106 disclose 0", "110113 AuthZ-Role 8");
        assertThat(events.getFirst().getEntity())
                .extracting(it -> it.getWhat().getReference())
                .contains("Consent/" + CONSENT);
        assertThat(events.get(1).getAgent().get(1).getWho().getIdentifier().getValue())
                .isEqualTo("cpft-camhs");
        assertThat(events.get(2).getOutcomeDesc()).isEqualTo("refused: consent-missing");
        assertThat(events)
                .allSatisfy(it -> assertThat(validation.checked(it).stream().filter(remark -> remark.warning()))
                        .isEmpty());
        SIBLINGS.verify(postRequestedFor(urlEqualTo("/log/searches"))
                .withHeader("Authorization", equalTo("Bearer " + OFFICER))
                .withRequestBody(equalToJson("{\"person\":\"" + person + "\",\"reason\":\"Complaint 12\"}")));
    }

    @Test
    void aLookWithoutAReasonIsRefusedAndNothingIsAsked() {
        assertThat(search(Map.of("patient", person), "").statusCode()).isEqualTo(400);
        assertThat(search(Map.of("reason", "Complaint 12"), "").statusCode()).isEqualTo(400);
        assertThat(search(Map.of("patient", person, "reason", "x"), "?patient=" + person)
                        .statusCode())
                .isEqualTo(400);
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void nobodyButAnOfficerLooks() {
        HttpResponse<String> answer = call(request("/fhir/R4/AuditEvent/_search")
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.shared()
                                        .partner("cpft", "fhir.message", "consent.read")
                                        .signed())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("patient=" + person + "&reason=x")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("OperationOutcome");
        SIBLINGS.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    private void logHolds() {
        SIBLINGS.stubFor(post("/log/searches").willReturn(okJson("""
                {"entries":[
                 {"id":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a11","index":1,"kind":"consent-given","at":"2026-11-20T10:00:00Z","fields":{"subject":"%1$s"}},
                 {"id":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a12","index":2,"kind":"decision","at":"2026-11-20T10:00:01Z","fields":{"subject":"%1$s",
                  "recipient":"cpft-camhs","purpose":"mental-health-specialist","outcome":"permit","requester":"fenland-academy","relied-on":"%2$s override/x"}},
                 {"id":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a13","index":3,"kind":"disclosure","at":"2026-11-20T10:00:02Z","fields":{"subject":"%1$s",
                  "recipient":"cpft-camhs","purpose":"mental-health-specialist","outcome":"delivered","delivery":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a21",
                  "decision":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a12","source":"referral/5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a31"}},
                 {"id":"5d0f6f0e-8c42-4f9e-8a55-3a1c5b1f0a14","index":null,"kind":"refusal","at":"2026-11-20T10:00:03Z","fields":{"subject":"%1$s",
                  "recipient":"centre-33-support","purpose":"early-help-support","outcome":"refused","requester":"fenland-academy","rules":"consent-missing"}}],
                 "checkpoint":null}
                """.formatted(person, CONSENT))));
    }

    private Bundle found(Map<String, String> form) {
        HttpResponse<String> answer = search(form, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private HttpResponse<String> search(Map<String, String> form, String query) {
        String body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call(request("/fhir/R4/AuditEvent/_search" + query)
                .header("Authorization", "Bearer " + OFFICER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }
}
