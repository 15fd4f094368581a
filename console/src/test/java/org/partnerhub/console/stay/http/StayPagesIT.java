package org.partnerhub.console.stay.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StayPagesIT extends RunningConsole {

    private static final String ID = "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String OTHER = "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d01";
    private static final String ONE = "/admissions/" + ID;
    private static final String PAGE = "/stays/" + ID;

    @BeforeEach
    void aStayThatWaitsForAPerson() {
        NOTIFICATION.stubFor(get(ONE).willReturn(okJson(stay(ID, "[]"))));
    }

    @Test
    void theListBeginsWithWhatIsOverdue() {
        NOTIFICATION.stubFor(get(urlEqualTo("/stays?limit=200"))
                .willReturn(okJson("{\"stays\": ["
                        + stay(ID, "[]") + ","
                        + stay(
                                OTHER,
                                "[{\"what\": \"acknowledgement\", \"source\": \"Local procedure\", \"since\": \"2026-01-07\"}]")
                        + "]}")));

        assertThat(read("/stays"))
                .hasStatus(200)
                .bodyText()
                .contains("Overdue (1)", "Waiting for a person (1)", "In order (0)")
                .contains("The council has not acknowledged, since 7 January 2026", "Stay since 5 January 2026")
                .contains("There are no other stays.", "Peterborough (likeliest; a person decides)");
        NOTIFICATION.verify(getRequestedFor(urlEqualTo("/stays?limit=200"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void aCouncilIsChosenFromThoseThereAre() {
        NOTIFICATION.stubFor(
                get(urlEqualTo("/stays?limit=200")).willReturn(okJson("{\"stays\": [" + stay(ID, "[]") + "]}")));

        assertThat(read("/stays?council=Elsewhere")).bodyText().contains("Waiting for a person (0)", ">Peterborough<");
    }

    @Test
    void aHospitalIsChosenFromThoseThatToldOfOne() {
        NOTIFICATION.stubFor(
                get(urlEqualTo("/stays?limit=200")).willReturn(okJson("{\"stays\": [" + stay(ID, "[]") + "]}")));

        assertThat(read("/stays?hospital=cambridge-university-hospitals"))
                .bodyText()
                .contains("Waiting for a person (1)", ">Cambridge university hospitals<");
        assertThat(read("/stays?hospital=cpft&council=Peterborough")).bodyText().contains("Waiting for a person (0)");
    }

    @Test
    void anEmptyListSaysSo() {
        NOTIFICATION.stubFor(get(urlEqualTo("/stays?limit=200")).willReturn(okJson("{\"stays\": []}")));

        assertThat(read("/stays")).bodyText().contains("Nothing is overdue.", "No stay waits for an answer.");
    }

    @Test
    void oneShowsItsClocksItsRulesAndItsNotices() {
        assertThat(read(PAGE))
                .hasStatus(200)
                .bodyText()
                .contains("Twelve weeks: notice is due under the local procedure", "30 March 2026")
                .contains(
                        "Children Act 1989 s.85(3), s.86(1)",
                        "Nobody said clearly where the child lived before",
                        "Admitted on: 5 January 2026")
                .contains("Automatic", "30 March 2026, 10:00am", "Keep the answer");
    }

    @Test
    void anAnswerIsSentOnceAndConfirmedInWords() {
        NOTIFICATION.stubFor(post(ONE + "/answer").willReturn(okJson("{\"id\": \"" + ID + "\"}")));

        assertThat(answer("council", "E10000003", "duty social worker"))
                .hasStatus(302)
                .hasRedirectedUrl(PAGE)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("the rules have been asked again");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo(ONE + "/answer"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withHeader("Idempotency-Key", matching("key-of-the-form"))
                .withRequestBody(equalToJson(
                        "{\"by\": \"duty social worker\", \"ordinaryResidence\": {\"authority\": \"E10000003\"}}")));
    }

    @Test
    void anAnswerWithoutItsCouncilIsSentBackWithWhatWasTyped() {
        assertThat(answer("council", "Cambs", ""))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "href=\"#council\"", "href=\"#by\"", "value=\"Cambs\"");
        assertThat(answer("", "", "duty social worker"))
                .hasStatus(400)
                .bodyText()
                .contains("Answer at least one of the questions.");
        NOTIFICATION.verify(0, postRequestedFor(urlEqualTo(ONE + "/answer")));
    }

    @Test
    void aServiceThatIsDownIsSaidSo() {
        NOTIFICATION.stubFor(post(ONE + "/answer").willReturn(aResponse().withStatus(503)));

        assertThat(answer("abroad", "", "duty social worker"))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer at the moment", "duty social worker");
    }

    private static String stay(String id, String overdue) {
        return """
            {"id": "%s", "admissions": ["%s"], "state": "for-a-person", "section": "85", "authority": "E06000031",
             "authorityName": "Peterborough", "settings": ["cambridge-university-hospitals"], "provisional": true, "admittedOn": "2026-01-05", "twelveWeeksOn": "2026-03-30",
             "threeMonthsOn": "2026-04-05", "overdue": %s,
             "questions": [{"question": "where-the-child-lived", "words": "Nobody said clearly where the child lived before: find it out.",
                            "answeredBy": "ordinaryResidence"}],
             "notices": [{"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "automatic", "to": "council", "recipient": "peterborough-children",
                          "section": "85", "givenAt": "2026-03-30T09:00:00Z", "delivery": "delivered"}],
             "notified": ["peterborough-children"],
             "why": [{"rule": "unclear", "source": "Children Act 1989 s.85(3), s.86(1)", "words": "A person decides.", "facts": {"admittedOn": "2026-01-05"}}]}
            """.formatted(id, id, overdue);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("operator"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult answer(String residence, String council, String by) {
        return browser.post()
                .uri(PAGE + "/answer")
                .param("key", "key-of-the-form")
                .param("residence", residence)
                .param("council", council)
                .param("by", by)
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
