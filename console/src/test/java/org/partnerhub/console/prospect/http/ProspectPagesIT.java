package org.partnerhub.console.prospect.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProspectPagesIT extends RunningConsole {

    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String EXPLANATION = """
            {"person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "at": "2026-11-27T15:05:00Z", "protectedWhereabouts": true,
             "policyVersion": "abc", "more": false, "rows": [
              {"purpose": "early-help-support", "recipient": "early-help-hub-cambridgeshire", "outcome": "PARTIAL", "missing": "CONSENT",
               "categories": [
                {"category": "identity", "permitted": true, "reasons": [], "ground": "explicit-consent", "reliedOn": ["consent/1"],
                 "until": "2027-05-01T11:00:00Z"},
                {"category": "family", "permitted": true, "reasons": [], "ground": "explicit-consent", "reliedOn": ["consent/1"],
                 "until": "2027-05-01T11:00:00Z"},
                {"category": "voice", "permitted": false,
                 "reasons": [{"rule": "consent-does-not-cover-category", "words": "The consent leaves this out."}]}]},
              {"purpose": "early-help-support", "recipient": "district-team-fenland", "outcome": "REFUSE",
               "categories": [{"category": "identity", "permitted": false, "reasons": [{"rule": "consent-missing", "words": "Nobody has consented."}]}]},
              {"purpose": "early-help-support", "recipient": "district-team-ely", "outcome": "REFUSE",
               "categories": [{"category": "identity", "permitted": false, "reasons": [{"rule": "consent-missing", "words": "Nobody has consented."}]}]},
              {"purpose": "early-help-support", "recipient": "mash-peterborough", "outcome": "PERMIT",
               "categories": [{"category": "safety", "permitted": true, "reasons": [], "ground": "statutory-duty", "reliedOn": []}]}]}
            """;

    @Test
    void whoCouldBeToldWhatIsShownWithItsGroundPlacesWithTheSameAnswerTogether() {
        CONSENT.stubFor(post("/decisions/explanation").willReturn(okJson(EXPLANATION)));

        assertThat(search(PERSON, "early-help-support", "request 17"))
                .hasStatus(200)
                .bodyText()
                .contains("As of 27 November 2026, 3:05pm", "Where this person is, is protected")
                .contains("Early help hub cambridgeshire", "Part of it")
                .contains("identity, family", "Explicit consent, until 1 May 2027, 12:00pm")
                .contains("voice", "The consent leaves this out.")
                .contains("Mash peterborough", "Everything", "Statutory duty<")
                .contains("District team fenland", "District team ely")
                .containsOnlyOnce("Nobody has consented.")
                .doesNotContain("There are more places", "There is no place that");
        CONSENT.verify(postRequestedFor(urlEqualTo("/decisions/explanation"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"person\": \"" + PERSON
                        + "\", \"purpose\": \"early-help-support\", \"reason\": \"request 17\"}")));
    }

    @Test
    void thatThereIsMoreIsSaid() {
        CONSENT.stubFor(post("/decisions/explanation")
                .willReturn(okJson(EXPLANATION.replace("\"more\": false", "\"more\": true"))));

        assertThat(search(PERSON, "early-help-support", "request 17"))
                .bodyText()
                .contains("There are more places");
    }

    @Test
    void thePurposesAreChosenFromThePolicys() {
        CONSENT.stubFor(get("/purposes").willReturn(okJson("""
                {"items": [{"id": "early-help-support", "name": "Early help for a child and their family", "ground": "explicit-consent"},
                           {"id": "safeguarding", "name": "Keeping a child safe", "ground": "public-task"}]}
                """)));

        assertThat(search("Rowan Ashby", "safeguarding", ""))
                .hasStatus(400)
                .bodyText()
                .contains("<option value=\"safeguarding\" selected=\"selected\">Keeping a child safe</option>")
                .contains(">Early help for a child and their family</option>");
    }

    @Test
    void anIncompleteFormIsSentBackWithoutAskingAnything() {
        assertThat(search("Rowan Ashby", "Early help!", ""))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "href=\"#subject\"", "href=\"#reason\"", "href=\"#purpose\"");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/decisions/explanation")));
    }

    @Test
    void somebodyWhomTheHubDoesNotKnowIsSaidInTheServicesWords() {
        CONSENT.stubFor(
                post("/decisions/explanation")
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                "{\"errors\": [{\"pointer\": \"/person\", \"detail\": \"The hub knows nobody by it.\"}]}")));

        assertThat(search(PERSON, "early-help-support", "request 17"))
                .hasStatus(400)
                .bodyText()
                .contains("The hub knows nobody by it.");
    }

    private MvcTestResult search(String subject, String purpose, String reason) {
        return browser.post()
                .uri("/who-could-be-told/searches")
                .param("subject", subject)
                .param("purpose", purpose)
                .param("reason", reason)
                .with(signedIn("governance-approver"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
