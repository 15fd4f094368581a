package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.consent.directory.outgoing.DirectoryReader;
import org.partnerhub.consent.override.store.Escalations;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

class SharingWithoutConsentIT {

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

    private static PersonId child() {
        PersonId person = PersonId.fresh();
        hub.knows(person, LocalDate.now(Clock.systemUTC()).minusYears(15).minusDays(40), false);
        return person;
    }

    private static JsonNode decide(PersonId child) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(child, HUB, "early-help-support", "identity"),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode authorised(Map<String, Object> override) {
        Answer answer = hub.send("/overrides", override, Officers.approver());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        PublishedAnswers.assertFits("override", answer.text());
        return answer.json();
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString())
                .toList();
    }

    @Test
    void aFormSentTwiceAtOnceAuthorisesOnce() throws Exception {
        PersonId child = child();
        String key = "form-" + child;
        Callable<String> once = () -> {
            Answer answer =
                    hub.sendUnder(hub.first(), key, "/overrides", Officers.override(child), Officers.approver());
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return answer.json().path("id").asString();
        };
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = both.submit(once);
            Future<String> other = both.submit(once);
            assertThat(one.get()).isEqualTo(other.get());
        }
        assertThat(hub.published("override.authorised", child)).isEqualTo(1);

        Map<String, Object> longer = Officers.override(child);
        longer.put("hours", 2);
        Answer refused = hub.sendUnder(hub.first(), key, "/overrides", longer, Officers.approver());
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        Answer forAnother =
                hub.sendUnder(hub.first(), key, "/overrides", Officers.override(child()), Officers.approver());
        assertThat(forAnother.status()).as(forAnother.text()).isEqualTo(422);
        assertThat(hub.sendUnder(hub.first(), "short", "/overrides", longer, Officers.approver())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void authorisedSharingGoesOnItsOwnGroundAndWaitsForReview() {
        PersonId child = child();
        assertThat(decide(child).path("missing").asString()).isEqualTo("CONSENT");

        JsonNode override = authorised(Officers.override(child));

        assertThat(override.at("/review/state").asString()).isEqualTo("waiting");
        assertThat(override.path("authorisedBy").asString()).isEqualTo("approver.chowdhury");
        JsonNode decided = decide(child);
        String named = "override/" + override.path("id").asString();
        assertThat(decided.path("outcome").asString()).isEqualTo("PERMIT");
        assertThat(decided.path("ground").asString()).isEqualTo("override");
        assertThat(decided.path("reliedOn").asString()).isEqualTo(named);
        assertThat(decided.at("/categories/0/reliedOn").toString()).contains(named, "agreement/ISA-2026-001");
        assertThat(hub.published("override.authorised", child))
                .as("what was parked for consent is woken")
                .isEqualTo(1);
        Answer queue = hub.read("/overrides", Officers.officer());
        PublishedAnswers.assertFits("overrides", queue.text());
        assertThat(queue.text()).contains(override.path("id").asString());
    }

    @Test
    void onlyARoleThatThePurposeNamesAuthorisesIt() {
        Map<String, Object> override = Officers.override(child());

        assertThat(hub.send("/overrides", override, Officers.withoutScope()).status())
                .isEqualTo(403);
        assertThat(hub.send("/overrides", override, Officers.partner()).text()).contains("officers-only");
        assertThat(hub.send("/overrides", override, Officers.operator()).text()).contains("officers-only");
        Answer officer = hub.send("/overrides", override, Officers.officer());
        assertThat(officer.status()).isEqualTo(403);
        assertThat(officer.text()).contains("role-may-not-override", "governance-approver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "necessary", "xxxx xxxx xxxx xxxx xxxx", "........................."})
    void whatIsNoReasonIsRefused(String reason) {
        Map<String, Object> override = Officers.override(child());
        override.put("reason", reason);
        assertThat(pointers(hub.send("/overrides", override, Officers.approver())))
                .containsExactly("/reason");
    }

    @Test
    void nonsenseIsNamedFieldByField() {
        Map<String, Object> override = Officers.override(child());
        override.put("recipients", List.of("nowhere", "cambridgeshire-constabulary-referrals"));
        override.put("categories", List.of("legal-status"));
        assertThat(pointers(hub.send("/overrides", override, Officers.approver())))
                .containsExactlyInAnyOrder("/recipients", "/recipients", "/categories");

        Map<String, Object> statutory = Officers.override(child());
        statutory.put("purpose", "safeguarding");
        assertThat(pointers(hub.send("/overrides", statutory, Officers.approver())))
                .containsExactly("/purpose");

        assertThat(pointers(hub.send("/overrides", Officers.override(PersonId.fresh()), Officers.approver())))
                .containsExactly("/person");
    }

    @Test
    void againstARefusalItStandsOnlyWhereItsAuthoriserKnowsAndNotAgainstALaterOne() {
        PersonId child = child();
        refuse(child);
        Map<String, Object> override = Officers.override(child);
        assertThat(pointers(hub.send("/overrides", override, Officers.approver())))
                .containsExactly("/despiteRefusal");

        override.put("despiteRefusal", true);
        authorised(override);
        assertThat(decide(child).path("outcome").asString()).isEqualTo("PERMIT");

        refuse(child);
        JsonNode again = decide(child);
        assertThat(again.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(again.toString()).contains("consent-refused");
    }

    private static void refuse(PersonId child) {
        Map<String, Object> refusal = Bodies.consent(child);
        refusal.put("decision", "refused");
        assertThat(hub.send("/consents", refusal, RunningService.school()).status())
                .isEqualTo(201);
    }

    @Test
    void withdrawnConsentNeverSilentlyBecomesAnOverride() {
        PersonId child = child();
        String consent = hub.send("/consents", Bodies.consent(child), RunningService.school())
                .json()
                .path("id")
                .asString();
        authorised(Officers.override(child));
        JsonNode before = decide(child);
        assertThat(before.path("ground").asString()).isEqualTo("explicit-consent");
        hub.settle(child, before.path("decision").asString(), HUB, "early-help-support");

        Answer withdrawn =
                hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);

        JsonNode decided = decide(child);
        assertThat(decided.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(decided.toString()).contains("consent-withdrawn");
    }

    @Test
    void differentOfficerReviewsItOnceAndWhatIsNotUpheldEndsAtOnce() {
        PersonId child = child();
        String id = authorised(Officers.override(child)).path("id").asString();
        assertThat(decide(child).path("outcome").asString()).isEqualTo("PERMIT");
        String review = "/overrides/" + id + "/review";
        Map<String, Object> finding =
                Map.of("upheld", false, "finding", "Somebody could have asked the mother; nothing spoke against it.");

        assertThat(hub.send(review, finding, Officers.approver()).text()).contains("own-override");
        assertThat(pointers(hub.send(review, Map.of("upheld", true, "finding", "ok"), Officers.officer())))
                .containsExactly("/finding");
        assertThat(hub.send(review, finding, Officers.operator()).status()).isEqualTo(403);
        Answer reviewed = hub.send(review, finding, Officers.officer());

        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        PublishedAnswers.assertFits("override", reviewed.text());
        assertThat(reviewed.json().at("/review/state").asString()).isEqualTo("not-upheld");
        assertThat(decide(child).path("missing").asString()).isEqualTo("CONSENT");
        assertThat(hub.send(review, finding, Officers.officer()).status()).isEqualTo(409);
    }

    @Test
    void whoeverReviewsItSeesReasonAndUseAndIsSeenLooking() {
        PersonId child = child();
        String id = authorised(Officers.override(child)).path("id").asString();
        String decision = decide(child).path("decision").asString();

        JsonNode seen = hub.read("/overrides/" + id, Officers.officer()).json();

        assertThat(seen.path("reason").asString()).isEqualTo(Officers.REASON);
        assertThat(seen.at("/permitted/0/decision").asString()).isEqualTo(decision);
        String log = hub.send(
                        "/log/searches", Map.of("reference", "override/" + id, "reason", "Test"), Officers.officer())
                .text();
        assertThat(log).contains("override-authorised", "\"kind-of-look\":\"override\"", "officer.brook");
        assertThat(hub.read("/overrides/" + id, Officers.withoutScope()).status())
                .isEqualTo(403);
        assertThat(hub.read("/overrides/" + PersonId.fresh(), Officers.officer())
                        .status())
                .isEqualTo(404);
    }

    /** In a service of its own: its clock goes days ahead. */
    @Test
    void itEndsByItselfAndIsEscalatedWhenNobodyHasLookedInThreeWorkingDays() {
        MovableClock clock = new MovableClock();
        LocalDate thursdayBeforeEaster = LocalDate.of(2027, 3, 25);
        clock.moveTo(thursdayBeforeEaster);
        try (RunningService alone = new RunningService(clock)) {
            PersonId child = PersonId.fresh();
            alone.knows(child, LocalDate.of(2012, 5, 1), false);
            Map<String, Object> override = Officers.override(child);
            override.put("hours", 24);
            String id = alone.send("/overrides", override, Officers.approver())
                    .json()
                    .path("id")
                    .asString();
            Map<String, Object> question = Bodies.decision(child, HUB, "early-help-support", "identity");
            assertThat(alone.send("/internal/decisions", question, RunningService.service())
                            .text())
                    .contains("\"PERMIT\"");

            clock.moveTo(thursdayBeforeEaster.plusDays(2));
            alone.bean(DirectoryReader.class).refresh();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(alone.send("/internal/decisions", question, RunningService.service())
                                            .text())
                                    .contains("consent-missing"));

            // Good Friday, the weekend and Easter Monday do not count: Tuesday, Wednesday and Thursday do
            clock.moveTo(LocalDate.of(2027, 4, 1));
            alone.bean(Escalations.class).escalate();
            assertThat(state(alone, id)).isEqualTo("waiting");
            clock.moveTo(LocalDate.of(2027, 4, 2));
            alone.bean(Escalations.class).escalate();
            alone.bean(Escalations.class).escalate();
            assertThat(state(alone, id)).isEqualTo("escalated");
            String log = alone.send(
                            "/log/searches",
                            Map.of("reference", "override/" + id, "reason", "Test"),
                            Officers.officer())
                    .text();
            assertThat(log.split("override-escalated", -1)).as("one entry").hasSize(2);
        }
    }

    private static String state(RunningService service, String id) {
        return service.read("/overrides/" + id, Officers.officer())
                .json()
                .at("/review/state")
                .asString();
    }
}
