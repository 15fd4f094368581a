package org.partnerhub.console.consent.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ConsentPagesIT extends RunningConsole {

    private static final String SEARCHES = "/consents/searches";

    @BeforeEach
    void oneConsentIsKnown() {
        CONSENT.stubFor(post(SEARCHES).willReturn(okJson("""
                {"items": [{"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "version": 2, "state": "given",
                  "decision": "given", "capacity": "young-person", "purposes": ["early-help-support"], "categories": ["identity", "voice"],
                  "recipients": {"kinds": ["council"], "ids": ["cpft-camhs"]},
                  "exceptions": [{"recipients": {"kinds": ["school"], "ids": []}, "categories": ["voice"]}],
                  "from": "2026-01-01", "until": "2027-03-31", "obtainedOn": "2025-12-20", "evidence": "signed-form", "recordedBy": "fenland-academy",
                  "recordedAt": "2026-01-01T09:00:00Z",
                  "history": [{"what": "given", "at": "2026-01-01T09:00:00Z", "by": "fenland-academy", "purposes": ["early-help-support"],
                               "categories": ["identity", "voice"], "recipients": {"kinds": ["council", "school"], "ids": ["cpft-camhs"]},
                               "exceptions": [], "from": "2026-01-01", "until": "2027-12-31"},
                              {"what": "narrowed", "at": "2026-02-01T09:00:00Z", "by": "fenland-academy", "purposes": ["early-help-support"],
                               "categories": ["identity"], "recipients": {"kinds": ["council"], "ids": ["cpft-camhs"]},
                               "exceptions": [{"recipients": {"kinds": ["school"], "ids": []}, "categories": ["voice"]}],
                               "from": "2026-01-01", "until": "2027-03-31"},
                              {"what": "withdrawn", "at": "2026-03-01T09:00:00Z", "by": "fenland-academy"}]}],
                 "next": "2026-01-01T09:00:00Z.7c0b"}
                """)));
    }

    @Test
    void eachConsentIsShownWithItsTermsAndHistory() {
        assertThat(send(Map.of("state", "given", "reason", "Quarterly check")))
                .hasStatus(200)
                .bodyText()
                .contains("Early help support", "In force", "31 March 2027", "Young person", "council, cpft camhs")
                .contains("voice to school", "Narrowed, 1 February 2026, 9:00am, by fenland academy")
                .contains("What may be told: no longer voice.", "To whom: no longer school.")
                .contains(
                        "Kept back from then on: voice to school.",
                        "Last day: 31 March 2027 instead of 31 December 2027.")
                .contains("From then on nothing may be told on it.")
                .contains("Older consents", "name=\"after\" value=\"2026-01-01T09:00:00Z.7c0b\"");
        CONSENT.verify(postRequestedFor(urlEqualTo(SEARCHES))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(
                        equalToJson("{\"reason\": \"Quarterly check\", \"limit\": 50, \"state\": \"given\"}")));
    }

    @Test
    void aRefusalIsNotReadAsAPermission() {
        CONSENT.stubFor(post(SEARCHES).willReturn(okJson("""
                {"items": [{"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "version": 1, "state": "refused",
                  "decision": "refused", "capacity": "young-person", "purposes": ["early-help-support"], "categories": ["identity"],
                  "recipients": {"kinds": ["council"], "ids": []}, "exceptions": [{"recipients": {"kinds": [], "ids": ["fenland-academy"]}, "categories": []}],
                  "from": "2026-01-01", "until": "2027-03-31", "obtainedOn": "2025-12-20", "evidence": "verbal", "recordedBy": "fenland-academy",
                  "recordedAt": "2026-01-01T09:00:00Z", "history": []}]}
                """)));

        assertThat(send(Map.of("reason", "Quarterly check")))
                .bodyText()
                .contains("Does not run out", "Refused as", "What was not to be told", "Nothing may be told on it")
                .contains("anything to fenland academy")
                .doesNotContain("What may be told", "31 March 2027");
    }

    @Test
    void thoseThatEndSoonAreAskedForByTheirLastDay() {
        send(Map.of("state", "soon", "reason", "Quarterly check"));

        String day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(90).toString();
        CONSENT.verify(postRequestedFor(urlEqualTo(SEARCHES))
                .withRequestBody(matchingJsonPath("$[?(@.endsBy == '" + day + "')]")));
    }

    @Test
    void anEmptyRegisterSaysSo() {
        CONSENT.stubFor(post(SEARCHES).willReturn(okJson("{\"items\": []}")));

        assertThat(send(Map.of("reason", "Quarterly check")))
                .bodyText()
                .contains("No consent is like that.")
                .doesNotContain("Older consents");
    }

    @Test
    void whatIsWrongInTheFormIsSaidAndNothingIsAsked() {
        assertThat(send(Map.of("person", "Edie", "partner", "The School", "purpose", "Help!")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#person\"", "href=\"#partner\"", "href=\"#purpose\"", "href=\"#reason\"");
        CONSENT.verify(0, postRequestedFor(urlEqualTo(SEARCHES)));
    }

    @Test
    void aRegisterThatCannotBeReadIsSaidSo() {
        CONSENT.stubFor(post(SEARCHES).willReturn(aResponse().withStatus(503)));

        assertThat(send(Map.of("reason", "Quarterly check")))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer");
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = browser.post()
                .uri(SEARCHES)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
