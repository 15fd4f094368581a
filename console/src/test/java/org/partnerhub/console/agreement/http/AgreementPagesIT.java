package org.partnerhub.console.agreement.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AgreementPagesIT extends RunningConsole {

    private static final String ONE = "/agreements/ISA-2026-001";

    private static final Map<String, String> NEW_DAYS = Map.of(
            "until-day",
            "31",
            "until-month",
            "12",
            "until-year",
            "2027",
            "reviewOn-day",
            "1",
            "reviewOn-month",
            "10",
            "reviewOn-year",
            "2027",
            "reason",
            "Renewed by the board");

    @BeforeEach
    void oneLapses() {
        CONSENT.stubFor(get(ONE).willReturn(okJson(agreement("lapsing"))));
    }

    @Test
    void theRegisterBeginsWithWhatLapses() {
        CONSENT.stubFor(get(urlEqualTo("/agreements?limit=200"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("{\"items\": [" + agreement("in-force") + "," + agreement("lapsing") + "]}")));

        assertThat(read("/agreements"))
                .hasStatus(200)
                .bodyText()
                .contains("To look at soon (1)", "In order (1)", "Lapsing", "31 January 2027", "Fenland academy");
    }

    @Test
    void anEmptyRegisterSaysSoAndShowsNoTable() {
        CONSENT.stubFor(get(urlEqualTo("/agreements?limit=200")).willReturn(okJson("{\"items\": []}")));

        assertThat(read("/agreements"))
                .bodyText()
                .contains("Nothing lapses or is due for review.", "There are no other agreements.")
                .doesNotContain("<table");
    }

    @Test
    void oneShowsItsTermsAndItsHistory() {
        assertThat(read(ONE))
                .hasStatus(200)
                .bodyText()
                .contains("early help support", "Caldicott Guardian", "Version 1, entered 1 January 2026, 9:00am");
    }

    @Test
    void newDaysAreSentWithEverythingElseAsItIs() {
        CONSENT.stubFor(put(ONE).willReturn(okJson(agreement("in-force"))));

        assertThat(send(ONE + "/days", NEW_DAYS))
                .hasStatus(302)
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("new days");
        CONSENT.verify(putRequestedFor(urlEqualTo(ONE)).withRequestBody(equalToJson("""
                {"reason": "Renewed by the board", "purposes": ["early-help-support"], "categories": ["identity", "plan"],
                 "from": "2026-01-01", "until": "2027-12-31", "reviewOn": "2027-10-01", "signedBy": ["Caldicott Guardian"]}
                """)));
    }

    @Test
    void whereSomebodyElseChangedItMeanwhileNothingIsSavedAndWhatWasTypedStays() {
        CONSENT.stubFor(get(ONE).willReturn(okJson(agreement("in-force"))));
        CONSENT.stubFor(put(ONE).willReturn(aResponse()
                .withStatus(409)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"detail\": \"Somebody else changed the agreement meanwhile; read it again.\"}")));
        Map<String, String> old = new HashMap<>(NEW_DAYS);
        old.put("version", "3");

        assertThat(send(ONE + "/days", old))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody else changed the agreement meanwhile",
                        "Nothing of yours was saved",
                        "Renewed by the board");
        CONSENT.verify(putRequestedFor(urlEqualTo(ONE)).withRequestBody(matchingJsonPath("$.version", equalTo("3"))));
    }

    @Test
    void aDayThatIsNoneIsSentBack() {
        Map<String, String> wrong = Map.of("until-day", "31", "until-month", "2", "until-year", "2027");

        assertThat(send(ONE + "/days", wrong))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#until\"", "href=\"#reviewOn\"", "href=\"#reason\"", "value=\"31\"");
        CONSENT.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void aNewOneIsEnteredAndConfirmed() {
        CONSENT.stubFor(
                post("/agreements").willReturn(aResponse().withStatus(201).withBody(agreement("not-begun"))));
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        NEW_DAYS.forEach(form::add);
        Map.of(
                        "reference",
                        "ISA-2026-009",
                        "partner",
                        "fenland-academy",
                        "purposes",
                        "early-help-support\n\neducation-support",
                        "signedBy",
                        "Caldicott Guardian",
                        "from-day",
                        "1",
                        "from-month",
                        "1",
                        "from-year",
                        "2027")
                .forEach(form::add);
        form.add("categories", "identity");
        form.add("categories", "plan");

        assertThat(browser.post()
                        .uri("/agreements/new")
                        .params(form)
                        .with(signedIn("governance-officer"))
                        .with(officersToken())
                        .with(csrf()))
                .hasStatus(302)
                .hasRedirectedUrl("/agreements");
        CONSENT.verify(postRequestedFor(urlEqualTo("/agreements")).withRequestBody(equalToJson("""
                {"reference": "ISA-2026-009", "partner": "fenland-academy", "purposes": ["early-help-support", "education-support"],
                 "categories": ["identity", "plan"], "from": "2027-01-01", "until": "2027-12-31", "reviewOn": "2027-10-01",
                 "signedBy": ["Caldicott Guardian"]}
                """)));
    }

    @Test
    void anEmptyFormNamesEveryField() {
        assertThat(send("/agreements/new", Map.of()))
                .hasStatus(400)
                .bodyText()
                .contains(
                        "#reference",
                        "#partner",
                        "#purposes",
                        "#categories",
                        "#from",
                        "#until",
                        "#reviewOn",
                        "#signedBy");
        CONSENT.verify(0, postRequestedFor(anyUrl()));
    }

    private static String agreement(String state) {
        return """
            {"reference": "ISA-2026-001", "partner": "fenland-academy", "version": 1, "state": "%s", "reviewDue": false,
             "purposes": ["early-help-support"], "categories": ["identity", "plan"], "from": "2026-01-01", "until": "2027-01-31",
             "reviewOn": "2027-01-01", "signedBy": ["Caldicott Guardian"],
             "history": [{"version": 1, "recordedAt": "2026-01-01T09:00:00Z", "from": "2026-01-01", "until": "2027-01-31",
                          "reviewOn": "2027-01-01", "purposes": ["early-help-support"], "categories": ["identity", "plan"]}]}
            """.formatted(state);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
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
