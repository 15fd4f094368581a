package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

class ExplanationIT {

    private static final String HUB = "early-help-hub-cambridgeshire";

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static PersonId consentingChild() {
        PersonId child = PersonId.fresh();
        hub.knows(
                child, LocalDate.now(ZoneId.of("Europe/London")).minusYears(15).minusDays(40), false);
        Answer recorded = hub.send("/consents", Bodies.consent(child), RunningService.school());
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return child;
    }

    private static Map<String, Object> dryRun(PersonId child) {
        return new HashMap<>(Map.of(
                "person",
                child,
                "purpose",
                "early-help-support",
                "recipient",
                HUB,
                "categories",
                List.of("identity", "police"),
                "reason",
                "The lead professional asks"));
    }

    private static JsonNode tried(Map<String, Object> question) {
        Answer answer = hub.send("/decisions/dry-run", question, Officers.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("dryRun", answer.text());
        return answer.json();
    }

    @Test
    void matrixSaysWhoCouldBeToldWhatUnderWhichRecordAndDisclosesNothing() {
        PersonId child = consentingChild();

        Answer answer = hub.send(
                "/decisions/explanation", Map.of("person", child, "reason", "The family asked"), Officers.officer());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("explanation", answer.text());
        JsonNode help = row(answer, "early-help-support", HUB);
        assertThat(help.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(help.toString()).contains("consent/", "agreement/ISA-2026-001", "consent-does-not-cover-category");
        assertThat(row(answer, "safeguarding", "mash-cambridgeshire")
                        .path("outcome")
                        .asString())
                .isEqualTo("PERMIT");
        assertThat(row(answer, "education-support", HUB).path("missing").asString())
                .isEqualTo("CONSENT");
        String log = hub.send("/log/searches", Map.of("person", child, "reason", "Test"), Officers.officer())
                .text();
        assertThat(log)
                .contains("\"kind-of-look\":\"explanation\"", "The family asked")
                .doesNotContain("\"kind\":\"decision\"", "\"kind\":\"refusal\"");
    }

    private static JsonNode row(Answer answer, String purpose, String recipient) {
        return answer.json()
                .path("rows")
                .valueStream()
                .filter(it -> it.path("purpose").asString().equals(purpose)
                        && it.path("recipient").asString().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itShowsOnePurposeOrPlaceWhereOneIsAskedFor() {
        Map<String, Object> asked = new HashMap<>(Map.of("person", consentingChild(), "reason", "The family asked"));
        asked.put("purpose", "early-help-support");
        asked.put("recipient", HUB);
        assertThat(hub.send("/decisions/explanation", asked, Officers.officer())
                        .json()
                        .path("rows"))
                .hasSize(1);
    }

    @Test
    void dryRunDecidesNothingAndMakesNoPermit() {
        PersonId child = consentingChild();
        JsonNode tried = tried(dryRun(child));

        assertThat(tried.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(tried.path("ground").asString()).isEqualTo("explicit-consent");
        assertThat(tried.has("permit")).isFalse();
        String log = hub.send("/log/searches", Map.of("person", child, "reason", "Test"), Officers.officer())
                .text();
        assertThat(log).contains("\"kind-of-look\":\"dry-run\"").doesNotContain("\"kind\":\"decision\"");
    }

    @Test
    void dryRunOfADayToComeSaysWhatWillHaveEnded() {
        Map<String, Object> question = dryRun(consentingChild());
        question.put("at", "2029-01-01T12:00:00Z");
        assertThat(tried(question).toString()).contains("consent-expired");
        question.put("at", "2020-01-01T12:00:00Z");
        Answer past = hub.send("/decisions/dry-run", question, Officers.officer());
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.text()).contains("\"/at\"");
    }

    @Test
    void dryRunForAPartnerThatDoesNotRunThePlaceSaysSo() {
        Map<String, Object> question = dryRun(consentingChild());
        question.put("requester", "cpft");
        assertThat(tried(question).toString()).contains("requester-does-not-run-recipient");
    }

    @Test
    void onlyAnOfficerAsksAndOnlyAboutSomebodyKnown() {
        PersonId child = PersonId.fresh();
        Map<String, Object> asked = Map.of("person", child, "reason", "The family asked");
        assertThat(hub.send("/decisions/explanation", asked, Officers.withoutScope())
                        .status())
                .isEqualTo(403);
        assertThat(hub.send("/decisions/explanation", asked, Officers.partner()).status())
                .isEqualTo(403);
        assertThat(hub.send("/decisions/dry-run", dryRun(child), Officers.operator())
                        .status())
                .isEqualTo(403);
        Answer unknown = hub.send("/decisions/explanation", asked, Officers.officer());
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("\"/person\"");
        assertThat(hub.send("/decisions/explanation", Map.of("person", child), Officers.officer())
                        .text())
                .contains("\"/reason\"");
    }
}
