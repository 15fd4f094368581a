package org.partnerhub.console.onboarding.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OnboardingPagesIT extends RunningConsole {

    private static final String LIST = "/deliveries/onboardings";
    private static final String SERVICE = "/partners/onboardings";
    private static final String ID = "0198c7f2-0000-7000-8000-000000000001";
    private static final String COLLEGE = """
            {"id": "%s", "state": "%s", "version": 2, "partner": {"id": "wisbech-college", "name": "Wisbech College", "kind": "college"},
             "recipients": [{"id": "wisbech-college-lead", "name": "Safeguarding lead", "kind": "college", "role": "safeguarding-lead",
                             "channel": "webhook", "url": "https://hub.wisbech-college.example/x"}],
             "rights": ["referral.write"], "reason": "It joined.", "proposedBy": "%s", "proposedAt": "2026-11-27T09:00:00Z"}
            """;

    @Test
    void theListSaysWhatWaitsForWhom() {
        NOTIFICATION.stubFor(
                get(SERVICE).willReturn(okJson("{\"items\": [" + COLLEGE.formatted(ID, "proposed", "7f0c") + "]}")));
        assertThat(read(LIST))
                .hasStatus(200)
                .bodyText()
                .contains("Wisbech College", "Waits for another operator", "27 November 2026, 9:00am");
        NOTIFICATION.stubFor(get(SERVICE).willReturn(okJson("{\"items\": []}")));
        assertThat(read(LIST)).bodyText().contains("No partner has been proposed yet");
        NOTIFICATION.stubFor(get(SERVICE).willReturn(serverError()));
        assertThat(read(LIST)).hasStatus(503).bodyText().contains("cannot answer");
    }

    @Test
    void aFormWithGapsNamesEachAndSendsNothing() {
        assertThat(send("/new", Map.of("place-0-id", "", "place-0-role", "Lead!")))
                .hasStatus(400)
                .bodyText()
                .contains(
                        "<title>Error: Propose a partner",
                        "href=\"#partner-id\"",
                        "href=\"#kind\"",
                        "href=\"#rights\"",
                        "href=\"#place-0-role\"",
                        "Enter the role of place 1, such as safeguarding-lead.");
        NOTIFICATION.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void anotherPlaceIsAddedWithoutLosingWhatWasTyped() {
        Map<String, String> typed = new LinkedHashMap<>(whole());
        typed.put("do", "another-place");
        assertThat(send("/new", typed))
                .hasStatus(200)
                .bodyText()
                .contains("value=\"wisbech-college-lead\"", "name=\"place-1-id\"", "Place 2");
        NOTIFICATION.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aWholeFormIsProposedWithTheOperatorsToken() {
        NOTIFICATION.stubFor(post(SERVICE)
                .willReturn(okJson(COLLEGE.formatted(ID, "proposed", "user")).withStatus(201)));
        assertThat(send("/new", whole())).hasStatus(302).hasRedirectedUrl(LIST + "/" + ID);
        NOTIFICATION.verify(postRequestedFor(urlEqualTo(SERVICE))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("""
                        {"reason": "It joined.", "partner": {"id": "wisbech-college", "name": "Wisbech College", "kind": "college"},
                         "recipients": [{"id": "wisbech-college-lead", "name": "Safeguarding lead", "kind": "college",
                                         "role": "safeguarding-lead", "channel": "mailbox"}],
                         "rights": ["referral.write"]}
                        """)));
    }

    @Test
    void anIdThatIsTakenIsSaidAtItsField() {
        NOTIFICATION.stubFor(post(SERVICE).willReturn(aResponse().withStatus(409)));
        assertThat(send("/new", whole()))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#partner-id\"", "proposed or taken on already");
    }

    @Test
    void whatTheServiceWantsMendedIsPassedOn() {
        NOTIFICATION.stubFor(
                post(SERVICE)
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                "{\"errors\": [{\"pointer\": \"/recipients/0/id\", \"detail\": \"A recipient has this id.\"}]}")));
        assertThat(send("/new", whole()))
                .hasStatus(400)
                .bodyText()
                .contains("A recipient has this id.", "value=\"wisbech-college-lead\"");
    }

    @Test
    void whoProposedItMayNotDecide() {
        stands("proposed", "user");
        assertThat(read(LIST + "/" + ID))
                .bodyText()
                .contains("You proposed this yourself")
                .doesNotContain("id=\"decision\"");
    }

    @Test
    void anotherOperatorReadsItAndApproves() {
        stands("proposed", "7f0c");
        assertThat(read(LIST + "/" + ID))
                .bodyText()
                .contains(
                        "https://hub.wisbech-college.example/x",
                        "Send and answer referrals",
                        "With a secret that the hub makes",
                        "Proposed by account 7f0c: It joined.",
                        "id=\"decision\"");
        NOTIFICATION.stubFor(
                post(SERVICE + "/" + ID + "/decision").willReturn(okJson(COLLEGE.formatted(ID, "approved", "7f0c"))));

        assertThat(send("/" + ID + "/decision", Map.of("approved", "yes", "reason", "Telephoned", "version", "2")))
                .hasStatus(302)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("You approved it");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo(SERVICE + "/" + ID + "/decision"))
                .withRequestBody(equalToJson("{\"approved\": true, \"reason\": \"Telephoned\", \"version\": 2}")));
    }

    @Test
    void aDecisionNeedsAWordAndAReasonAndTheStateThatWasRead() {
        stands("proposed", "7f0c");
        assertThat(send("/" + ID + "/decision", Map.of("version", "2")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#approved\"", "href=\"#reason\"");
        NOTIFICATION.stubFor(
                post(SERVICE + "/" + ID + "/decision").willReturn(aResponse().withStatus(409)));
        assertThat(send("/" + ID + "/decision", Map.of("approved", "no", "reason", "x", "version", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this");
    }

    @Test
    void theSecretIsOnTheOnePageThatAnswersAndNowhereElse() {
        stands("approved", "7f0c");
        assertThat(read(LIST + "/" + ID)).bodyText().contains("Make its client", "shown once");
        NOTIFICATION.stubFor(
                post(SERVICE + "/" + ID + "/client").willReturn(okJson("""
                        {"clientId": "wisbech-college", "secret": "only-once", "tokenUrl": "https://id.example/token"}
                        """).withStatus(201)));

        MvcTestResult made = send("/" + ID + "/client", Map.of("reason", "Their engineer waits", "version", "2"));

        assertThat(made)
                .hasStatus(200)
                .bodyText()
                .contains("only-once", "https://id.example/token", "nobody can show it again");
        assertThat(made)
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", it -> assertThat(it.toString()).contains("no-store"));
        assertThat(read(LIST + "/" + ID)).bodyText().doesNotContain("only-once");
    }

    @Test
    void aClientThatKeycloakOrTheHubDoesNotMakeIsSaidSo() {
        stands("approved", "7f0c");
        assertThat(send("/" + ID + "/client", Map.of("version", "2")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#reason\"");
        NOTIFICATION.stubFor(
                post(SERVICE + "/" + ID + "/client").willReturn(aResponse().withStatus(409)));
        assertThat(send("/" + ID + "/client", Map.of("reason", "x", "version", "2")))
                .hasStatus(409)
                .bodyText()
                .contains("No client was made.", "Keycloak did not take it");
        NOTIFICATION.stubFor(post(SERVICE + "/" + ID + "/client").willReturn(serverError()));
        assertThat(send("/" + ID + "/client", Map.of("reason", "x", "version", "2")))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer");
    }

    private static void stands(String state, String proposedBy) {
        NOTIFICATION.stubFor(get(SERVICE + "/" + ID).willReturn(okJson(COLLEGE.formatted(ID, state, proposedBy))));
    }

    private static Map<String, String> whole() {
        return Map.of(
                "partner-id", "wisbech-college",
                "name", "Wisbech College",
                "kind", "college",
                "place-0-id", "wisbech-college-lead",
                "place-0-name", "Safeguarding lead",
                "place-0-kind", "college",
                "place-0-role", "safeguarding-lead",
                "place-0-channel", "mailbox",
                "rights", "referral.write",
                "reason", "It joined.");
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("operator"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(String path, Map<String, String> form) {
        var request = browser.post()
                .uri(LIST + path)
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
