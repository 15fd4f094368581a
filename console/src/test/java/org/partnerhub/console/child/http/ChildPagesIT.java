package org.partnerhub.console.child.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ChildPagesIT extends RunningConsole {

    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String SEARCHES = "/people/searches";
    private static final Map<String, String> BY_NUMBER = Map.of("number", "999 000 1014", "reason", "Request 17");

    @BeforeEach
    void oneChildIsKnown() {
        found("""
                {"person": "%s", "name": {"given": ["Edie"], "family": "<b>Marchbank</b>"}, "birthDate": "2011-05-04", "hasNhsNumber": true,
                 "protectedWhereabouts": false, "authority": "E10000003"}
                """.formatted(PERSON));
        CONSENT.stubFor(post("/log/searches").willReturn(okJson("""
                {"entries": [
                  {"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "consent-given", "at": "2026-11-20T09:00:00Z", "index": 4, "fields": {}},
                  {"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d01", "kind": "refusal", "at": "2026-11-21T09:00:00Z", "index": 5,
                   "fields": {"recipient": "cpft-camhs", "purpose": "mental-health-specialist", "rules": "consent-withdrawn"}}]}
                """)));
    }

    @Test
    void whoMayBeMeantIsShownWithWhatTellsThemApart() {
        assertThat(send("/child/searches", BY_NUMBER))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "1 child may be meant",
                        "&lt;b&gt;Marchbank",
                        "born 4 May 2011",
                        "NHS number known",
                        "Council E10000003")
                .contains("name=\"person\" value=\"" + PERSON + "\"");
        REFERRAL.verify(postRequestedFor(urlEqualTo(SEARCHES))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"reason\": \"Request 17\", \"nhsNumber\": \"9990001014\"}")));
    }

    @Test
    void somebodyNobodyKnowsIsSaidSo() {
        found("");

        assertThat(send("/child/searches", BY_NUMBER))
                .bodyText()
                .contains("0 children may be meant", "The hub knows nobody like that.");
    }

    @Test
    void whereTheyAreIsNotShownOfSomebodyProtected() {
        found("""
                {"person": "%s", "name": {"given": ["Edie"], "family": "Marchbank"}, "hasNhsNumber": false, "protectedWhereabouts": true}
                """.formatted(PERSON));

        assertThat(send("/child/searches", BY_NUMBER))
                .bodyText()
                .contains("Where they are is protected and not shown", "date of birth not known")
                .doesNotContain("Council ");
    }

    @Test
    void theTimelineIsInPlainWordsTheLatestFirst() {
        assertThat(timeline(""))
                .hasStatus(200)
                .bodyText()
                .containsSubsequence("21 November 2026", "Sharing was refused", "20 November 2026", "Consent was given")
                .contains("cpft camhs could be told nothing for mental health specialist. Because: consent withdrawn")
                .contains("&lt;b&gt;Marchbank", "action=\"/who-could-be-told/searches\"")
                .doesNotContain("<title>Edie");
    }

    @Test
    void theTimelineIsNarrowed() {
        assertThat(timeline("REFUSALS"))
                .bodyText()
                .contains("Sharing was refused")
                .doesNotContain("<strong>Consent was given");
        assertThat(timeline("OVERRIDES")).bodyText().contains("The log holds nothing of that kind about this child.");
    }

    @Test
    void withoutTheLogNothingIsShown() {
        CONSENT.stubFor(post("/log/searches").willReturn(aResponse().withStatus(503)));

        assertThat(timeline(""))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer")
                .doesNotContain("Marchbank");
        REFERRAL.verify(0, postRequestedFor(urlEqualTo(SEARCHES)));
    }

    @Test
    void theTimelineIsShownWithoutANameWhereNobodyCanSayIt() {
        REFERRAL.stubFor(post(SEARCHES).willReturn(aResponse().withStatus(503)));

        assertThat(timeline("")).hasStatus(503).bodyText().contains("cannot answer", "Consent was given");
    }

    @Test
    void anIncompleteSearchIsSentBackAsItWasTyped() {
        assertThat(send("/child/searches", Map.of("given", "Edie", "born-day", "31")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#family\"", "href=\"#born\"", "href=\"#reason\"", "value=\"Edie\"", "value=\"31\"");
        assertThat(send("/child/timeline", Map.of("person", "Edie")))
                .hasStatus(400)
                .bodyText()
                .contains("Find the child first.");
        REFERRAL.verify(0, postRequestedFor(urlEqualTo(SEARCHES)));
    }

    private static void found(String child) {
        REFERRAL.stubFor(post(SEARCHES).willReturn(okJson("{\"items\": [" + child + "], \"more\": false}")));
    }

    private MvcTestResult timeline(String show) {
        return send("/child/timeline", Map.of("person", PERSON, "reason", "Request 17", "show", show));
    }

    private MvcTestResult send(String path, Map<String, String> form) {
        var request = browser.post()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
