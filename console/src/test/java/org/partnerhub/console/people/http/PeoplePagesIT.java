package org.partnerhub.console.people.http;

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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PeoplePagesIT extends RunningConsole {

    private static final String ID = "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String PAGE = "/people/" + ID;
    private static final String LOOK = "/people/reviews/" + ID + "/look";
    private static final String SETTLEMENT = "/people/reviews/" + ID + "/settlement";

    @BeforeEach
    void aPairWaits() {
        REFERRAL.stubFor(get("/people/reviews").willReturn(okJson("{\"reviews\": [%s]}".formatted(review("")))));
        REFERRAL.stubFor(post(LOOK).willReturn(okJson(look(""))));
    }

    @Test
    void theListSaysWhyTheHubAsksAndNamesNobody() {
        assertThat(read("/people"))
                .hasStatus(200)
                .bodyText()
                .contains("26 November 2026, 9:00am", "Fenland academy", "Nothing but name and date of birth agrees")
                .contains("href=\"" + PAGE + "\"")
                .doesNotContain("Tindall");
    }

    @Test
    void anEmptyListSaysSo() {
        REFERRAL.stubFor(get("/people/reviews").willReturn(okJson("{\"reviews\": []}")));

        assertThat(read("/people")).hasStatus(200).bodyText().contains("No two people wait to be settled.");
    }

    @Test
    void nothingIsShownBeforeTheOfficerSaysWhy() {
        assertThat(read(PAGE))
                .hasStatus(200)
                .bodyText()
                .contains("Why are you looking?")
                .doesNotContain("Tindall");
        assertThat(send("/look", "reason", " "))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "Enter why you are looking", "Error: Are they one person?")
                .doesNotContain("Tindall");
        REFERRAL.verify(0, postRequestedFor(urlEqualTo(LOOK)));
    }

    @Test
    void aLookShowsBothSideBySideWithWhoSaidIt() {
        assertThat(send("/look", "reason", "daily review"))
                .hasStatus(200)
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .bodyText()
                .contains("Sorrel Tindall", "999 000 7012", "9 May 2012", "1 Mill Lane, PE15 8ZZ", "Urn not known")
                .contains("Same", "Different", "Given for one only", "Cambridgeshire constabulary")
                .contains("Sibling: 0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a99, told by Fenland academy", "Protected")
                .contains("name=\"reason\" value=\"daily review\"", "How do you know?")
                .containsOnlyOnce("<title>");
        REFERRAL.verify(postRequestedFor(urlEqualTo(LOOK))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"reason\": \"daily review\"}")));
    }

    @Test
    void whatIsSettledCanBeSeenAndNotSettledAgain() {
        REFERRAL.stubFor(post(LOOK).willReturn(okJson(look(", \"settledAs\": \"different\""))));

        assertThat(send("/look", "reason", "a complaint"))
                .bodyText()
                .contains("Settled: two people")
                .doesNotContain("How do you know?");
    }

    @Test
    void settledItIsConfirmedInWords() {
        REFERRAL.stubFor(post(SETTLEMENT).willReturn(okJson("{\"settledAs\": \"different\"}")));

        assertThat(send("/settlement", "reason", "daily review", "as", "different", "why", "They are cousins"))
                .hasStatus(302)
                .hasRedirectedUrl("/people")
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("stay two people");
        REFERRAL.verify(postRequestedFor(urlEqualTo(SETTLEMENT))
                .withRequestBody(equalToJson("{\"as\": \"different\", \"reason\": \"They are cousins\"}")));
    }

    @Test
    void anIncompleteSettlementIsSentBackWithBothStillShown() {
        assertThat(send("/settlement", "reason", "daily review", "as", "", "why", ""))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#same\"", "href=\"#why\"", "Sorrel Tindall");
        assertThat(send("/settlement", "reason", "", "as", "same", "why", ""))
                .as("without the reason of the look nobody is shown again")
                .hasStatus(400)
                .bodyText()
                .doesNotContain("Tindall");
        REFERRAL.verify(0, postRequestedFor(urlEqualTo(SETTLEMENT)));
    }

    @Test
    void whereSomebodyElseWasFasterItSaysSo() {
        REFERRAL.stubFor(post(SETTLEMENT).willReturn(aResponse().withStatus(409)));

        assertThat(send("/settlement", "reason", "daily review", "as", "same", "why", "The school knows"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this", "The school knows");
    }

    @Test
    void whereTheLookCannotBeRecordedNothingIsShown() {
        REFERRAL.stubFor(post(LOOK).willReturn(aResponse().withStatus(503)));

        assertThat(send("/look", "reason", "daily review"))
                .hasStatus(503)
                .bodyText()
                .contains("Nothing is shown")
                .doesNotContain("Tindall");
    }

    @Test
    void onePairThatIsNotOpenAnyMoreIsSaidSo() {
        REFERRAL.stubFor(get("/people/reviews").willReturn(okJson("{\"reviews\": []}")));

        assertThat(read(PAGE)).hasStatus(404).bodyText().contains("There is no such thing here");
    }

    private static String review(String settled) {
        return """
            {"id": "%s", "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "other": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a12",
             "weight": 7.5, "doubts": ["nothing-but-name-and-birth-date"], "raisedBy": "fenland-academy",
             "raisedAt": "2026-11-26T09:00:00Z"%s}
            """.formatted(ID, settled);
    }

    private static String look(String settled) {
        return """
            {"review": %s,
             "person": {"person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "relations":
                [{"person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a99", "relation": "sibling", "source": "fenland-academy", "toldAt": "2026-11-26T09:00:00Z"}],
               "descriptions": [{"linkedTo": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "by": "fenland-academy", "at": "2026-11-26T09:00:00Z",
                 "demographics": {"nhsNumber": "9990007012", "name": {"given": ["Sorrel"], "family": "Tindall"}, "birthDate": "2012-05-09",
                   "address": {"lines": ["1 Mill Lane"], "postcode": "PE15 8ZZ"}}}]},
             "other": {"person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a12", "relations": [],
               "descriptions": [{"linkedTo": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a12", "by": "cambridgeshire-constabulary", "at": "2026-11-20T09:00:00Z",
                 "demographics": {"nhsNumberAbsent": "urn-not-known", "name": {"given": ["Sorrel"], "family": "Tindall"}, "birthDate": "2012-05-09",
                   "address": {"lines": ["9 High Street"], "postcode": "CB1 1ZZ"}, "whereaboutsProtected": true}}]}}
            """.formatted(review(settled));
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(String form, String... fields) {
        var request = browser.post()
                .uri(PAGE + form)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
