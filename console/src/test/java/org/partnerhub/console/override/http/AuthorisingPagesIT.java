package org.partnerhub.console.override.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AuthorisingPagesIT extends RunningConsole {

    private static final String PAGE = "/share-without-consent";
    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String REASON = "Asking would put the children at risk tonight.";

    @Test
    void anApproverIsAskedForEverythingThatAnInspectorWants() {
        assertThat(browser.get().uri(PAGE).with(signedIn("governance-approver")).with(officersToken()))
                .hasStatus(200)
                .bodyText()
                .contains("paragraph 18(2)(a)", "A life is at risk", "another officer reviews it", "value=\"48\"");
    }

    @Test
    void itIsSentWithTheApproversTokenAndConfirmedInWords() {
        CONSENT.stubFor(post("/overrides").willReturn(authorised()));

        assertThat(send(REASON))
                .hasStatus(302)
                .hasRedirectedUrl("/sharing-without-consent")
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("in force now", "another officer reviews it");
        CONSENT.verify(postRequestedFor(urlEqualTo("/overrides"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withHeader("Idempotency-Key", equalTo("key-of-the-form"))
                .withRequestBody(equalToJson("""
                    {"person": "%s", "purpose": "early-help-support", "ground": "vital-interests",
                     "recipients": ["early-help-hub-cambridgeshire"], "categories": ["identity", "safety"],
                     "reason": "%s", "hours": 12, "despiteRefusal": false}
                    """.formatted(PERSON, REASON))));
    }

    @Test
    void whatIsIncompleteIsSentBackAsItWasTyped() {
        assertThat(send("too short"))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "href=\"#reason\"", ">too short<", PERSON)
                .contains("<title>Error: Share without consent");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/overrides")));
    }

    @Test
    void theServiceSaysWhoMayWhereTheApproverMayNot() {
        CONSENT.stubFor(post("/overrides")
                .willReturn(aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"detail\": \"Nobody may share without consent for this purpose.\"}")));

        assertThat(send(REASON))
                .hasStatus(403)
                .bodyText()
                .contains("Nobody may share without consent for this purpose.", REASON);
    }

    private MvcTestResult send(String reason) {
        return browser.post()
                .uri(PAGE)
                .param("key", "key-of-the-form")
                .param("person", PERSON)
                .param("purpose", "early-help-support")
                .param("ground", "vital-interests")
                .param("recipients", "early-help-hub-cambridgeshire")
                .param("categories", "identity", "safety")
                .param("reason", reason)
                .param("hours", "12")
                .with(signedIn("governance-approver"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }

    private static ResponseDefinitionBuilder authorised() {
        return aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                    {"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "person": "%s", "purpose": "early-help-support",
                     "ground": "vital-interests", "recipients": ["early-help-hub-cambridgeshire"],
                     "categories": ["identity", "safety"], "despiteRefusal": false, "authorisedBy": "user",
                     "role": "governance-approver", "authorisedAt": "2026-11-27T15:05:00Z",
                     "endsAt": "2026-11-28T03:05:00Z", "inForce": true,
                     "review": {"state": "waiting", "dueBy": "2026-12-02T15:05:00Z"}, "reason": "%s", "permitted": [],
                     "links": {"self": "/overrides/x"}}
                    """.formatted(PERSON, REASON));
    }
}
