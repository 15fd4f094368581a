package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.node.ObjectNode;

/** Two instances on one database whose time a test moves: every clock strikes once, whoever hears it, and outlives a process. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClocksIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String POLICE = "cambridgeshire-constabulary";
    private static final Duration SOON = Duration.ofSeconds(40);
    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T10:00:00Z");

    private static final MovedClock CLOCK = new MovedClock(FRIDAY);
    private static final SiblingsPlayed SIBLINGS = new SiblingsPlayed();
    private static Map<String, String> parts = Map.of();
    private static RunningService one;
    private static RunningService two;

    @BeforeAll
    static void twoInstancesRun() {
        parts = RunningService.freshParts();
        parts.put("hub.clocks.poll-interval", "200ms");
        parts.put("hub.clocks.vanished-interval", "200ms");
        one = RunningService.on(parts, SIBLINGS, CLOCK);
        two = RunningService.on(parts, SIBLINGS, CLOCK);
    }

    @AfterAll
    static void theyStop() {
        one.stop();
        two.stop();
    }

    @Test
    @Order(1)
    void silenceIsChasedOnceAndThenTakenToANamedRoleOnce() {
        CLOCK.moveTo(FRIDAY);
        String id = told("safeguarding", "mash-cambridgeshire");

        // within one working day: Monday evening
        CLOCK.moveTo(Instant.parse("2026-11-30T16:59:00Z"));
        assertThat(happened(id)).doesNotContain("chased");
        CLOCK.moveTo(Instant.parse("2026-11-30T17:00:00Z"));
        awaitHappened(id, "chased");
        DisclosureRequested chase = two.events().seen(DisclosureRequested.class, "feedback/" + id).stream()
                .filter(it -> it.purpose().value().equals("referral-follow-up"))
                .findFirst()
                .orElseThrow();
        assertThat(chase.recipient().value()).isEqualTo("mash-cambridgeshire");

        CLOCK.moveTo(Instant.parse("2026-12-01T13:00:00Z"));
        awaitHappened(id, "escalated");
        Reply escalations = two.call(two.request("/escalations", two.operatorToken("referral.oversee"))
                .GET());
        PublishedAnswers.assertFits("escalations", escalations.text());
        assertThat(escalations.text()).contains(id, "head-of-mash");

        Reply answered = one.post(
                "cambridgeshire-county-council",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"mash-cambridgeshire\", \"state\": \"accepted\"}");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(two.call(two.request("/escalations", two.operatorToken("referral.oversee"))
                                .GET())
                        .text())
                .doesNotContain(id);
        assertThat(happened(id)).containsOnlyOnce("chased").containsOnlyOnce("escalated");
    }

    @Test
    @Order(2)
    void whoeverAnswersInTimeIsNotChased() {
        CLOCK.moveTo(FRIDAY);
        String id = told("safeguarding", "mash-cambridgeshire");
        one.post(
                "cambridgeshire-county-council",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"mash-cambridgeshire\", \"state\": \"accepted\"}");

        CLOCK.moveTo(Instant.parse("2026-12-04T17:00:00Z"));

        awaitStruck(id, "answered");
        assertThat(happened(id)).doesNotContain("chased", "escalated");
    }

    @Test
    @Order(3)
    void aNoticeThatNobodyHasWhenSchoolOpensIsEscalated() {
        CLOCK.moveTo(FRIDAY.plusSeconds(36_000));
        ObjectNode notice = Bodies.notice(Bodies.nhsNumber());
        String id = taken(POLICE, notice);
        DisclosureRequested asked = two.events()
                .expect(1, DisclosureRequested.class, "referral/" + id)
                .getFirst();
        assertThat(asked.dueBy()).isEqualTo(Instant.parse("2026-11-30T08:30:00Z"));
        two.events().publish(Settled.as(Outcome.WAITING_IN_MAILBOX, asked));
        awaitHappened(id, "waiting-in-mailbox");
        assertThat(happened(id)).doesNotContain("escalated");

        CLOCK.moveTo(Instant.parse("2026-11-30T08:30:00Z"));

        awaitHappened(id, "escalated");
        assertThat(reason(id, "escalated")).isEqualTo("education-safeguarding-manager");
    }

    @Test
    @Order(4)
    void aNoticeThatIsThereInTimeIsNotEscalated() {
        CLOCK.moveTo(FRIDAY.plusSeconds(36_000));
        String id = taken(POLICE, Bodies.notice(Bodies.nhsNumber()));
        DisclosureRequested asked = two.events()
                .expect(1, DisclosureRequested.class, "referral/" + id)
                .getFirst();
        two.events().publish(Settled.as(Outcome.DELIVERED, asked));
        awaitHappened(id, "delivered");

        CLOCK.moveTo(Instant.parse("2026-11-30T08:30:00Z"));

        awaitStruck(id, "acknowledged");
        assertThat(happened(id)).doesNotContain("escalated");
    }

    @Test
    @Order(5)
    void aSchoolsConcernIsAnsweredByThePoliceOrChased() {
        CLOCK.moveTo(FRIDAY);
        String id = told("concern-between-school-and-police", "cambridgeshire-constabulary-referrals");

        CLOCK.moveTo(Instant.parse("2026-12-02T17:00:00Z"));
        awaitHappened(id, "chased");
        CLOCK.moveTo(Instant.parse("2026-12-03T17:00:00Z"));
        awaitHappened(id, "escalated");
        assertThat(reason(id, "escalated")).isEqualTo("police-safeguarding-inspector");
    }

    @Test
    @Order(6)
    void aSenderWhoIsAskedForMoreAndStaysSilentIsRemindedAndTheRecipientIsNot() {
        CLOCK.moveTo(FRIDAY);
        String id = told("safeguarding", "mash-cambridgeshire");
        one.post(
                "cambridgeshire-county-council",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"mash-cambridgeshire\", \"state\": \"more-information\", \"reason\": \"household-unknown\"}");

        CLOCK.moveTo(Instant.parse("2026-12-04T17:00:00Z"));
        awaitHappened(id, "referrer-chased");
        CLOCK.moveTo(Instant.parse("2026-12-07T13:00:00Z"));
        awaitHappened(id, "escalated");

        assertThat(reason(id, "escalated")).isEqualTo("hub-operator");
        assertThat(happened(id)).doesNotContain("chased").containsOnlyOnce("referrer-chased");
    }

    @Test
    @Order(7)
    void aQuestionThatNobodyAnswersIsEscalated() {
        CLOCK.moveTo(FRIDAY);
        ObjectNode referral = asking("safeguarding");
        ((ObjectNode) referral.path("subject")).remove("authority");
        String id = taken(SCHOOL, referral);
        awaitHappened(id, "parked-for-a-person");

        CLOCK.moveTo(FRIDAY.plus(Duration.ofHours(1)));

        awaitHappened(id, "question-escalated");
        assertThat(one.call(one.request("/questions?limit=200", one.operatorToken("referral.oversee"))
                                .GET())
                        .text())
                .contains(id, "hub-operator");
    }

    @Test
    @Order(8)
    void whatWasParkedHasItsWholeTimeOnceItArrives() {
        CLOCK.moveTo(FRIDAY);
        String id = taken(SCHOOL, asking("safeguarding"));
        DisclosureRequested asked = two.events()
                .expect(1, DisclosureRequested.class, "referral/" + id)
                .getFirst();
        two.events().publish(Settled.as(Outcome.PARKED, asked, 1, "release"));
        awaitHappened(id, "parked");
        CLOCK.moveTo(Instant.parse("2026-12-02T10:00:00Z"));
        awaitStruck(id, "parked");
        assertThat(happened(id)).doesNotContain("chased");

        two.events().publish(Settled.as(Outcome.DELIVERED, asked, 2, null));
        awaitHappened(id, "delivered");
        CLOCK.moveTo(Instant.parse("2026-12-03T16:59:00Z"));
        assertThat(happened(id)).doesNotContain("chased");
        CLOCK.moveTo(Instant.parse("2026-12-03T17:00:00Z"));
        awaitHappened(id, "chased");
    }

    @Test
    @Order(9)
    void hundredsOfClocksDueAtOnceStrikeOnceEach() {
        CLOCK.moveTo(FRIDAY);
        String id = told("safeguarding", "mash-cambridgeshire");
        one.database()
                .sql("""
                        insert into referral_clock (id, referral_id, asked, strikes, due_at)
                        select gen_random_uuid(), referral_id, id, 'delivery-due', :due
                        from referral_recipient, generate_series(1, 300) where referral_id = :id::uuid
                        """)
                .param("due", FRIDAY.atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();

        await().atMost(SOON)
                .until(() -> one.database()
                                .sql(
                                        "select count(*) from referral_clock where struck_at is null and strikes = 'delivery-due'"
                                                + " and referral_id = '" + id + "'")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(one.database()
                        .sql("select count(*) from referral_clock where came_to = 'acknowledged' and referral_id = '"
                                + id + "'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    @Order(10)
    void aClockOutlivesTheProcessThatWoundIt() {
        CLOCK.moveTo(FRIDAY);
        String id = told("safeguarding", "mash-cambridgeshire");
        one.stop();
        two.stop();
        CLOCK.moveTo(Instant.parse("2026-11-30T17:00:00Z"));

        one = RunningService.on(parts, SIBLINGS, CLOCK);
        two = RunningService.on(parts, SIBLINGS, CLOCK);

        awaitHappened(id, "chased");
        assertThat(happened(id)).containsOnlyOnce("chased");
    }

    @Test
    @Order(11)
    void whoeverVanishesFromTheDirectoryHasFailedAndAPersonFindsAnother() {
        CLOCK.moveTo(Instant.parse("2026-12-03T18:00:00Z"));
        String id = told("concern-between-school-and-police", "cambridgeshire-constabulary-referrals");
        SIBLINGS.directory(Directories.without("cambridgeshire-constabulary-referrals"));
        CLOCK.moveTo(Instant.parse("2026-12-03T18:01:00Z"));

        awaitHappened(id, "failed");
        assertThat(reason(id, "failed")).isEqualTo("recipient-gone");
        assertThat(happened(id)).contains("parked-for-a-person");
        String late = "{\"recipient\": \"cambridgeshire-constabulary-referrals\", \"state\": \"accepted\"}";
        await().atMost(SOON)
                .until(() -> one.post(POLICE, "/referrals/" + id + "/responses", late)
                                .status()
                        == 404);
    }

    private static ObjectNode asking(String purpose) {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        referral.putArray("asks").addObject().put("purpose", purpose);
        return referral;
    }

    /** A referral that its only recipient has. */
    private static String told(String purpose, String recipient) {
        String id = taken(SCHOOL, asking(purpose));
        DisclosureRequested asked = two.events()
                .expect(1, DisclosureRequested.class, "referral/" + id)
                .getFirst();
        assertThat(asked.recipient().value()).isEqualTo(recipient);
        two.events().publish(Settled.as(Outcome.DELIVERED, asked));
        awaitHappened(id, "delivered");
        return id;
    }

    private static String taken(String partner, ObjectNode body) {
        Reply taken = one.send(partner, body.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.json().path("id").asString();
    }

    private static void awaitHappened(String id, String what) {
        await(what).atMost(SOON).until(() -> happened(id).contains(what));
    }

    private static void awaitStruck(String id, String cameTo) {
        await(cameTo)
                .atMost(SOON)
                .until(() -> one.database()
                        .sql("select came_to from referral_clock where came_to is not null and referral_id = '" + id
                                + "'")
                        .query(String.class)
                        .list()
                        .contains(cameTo));
    }

    private static List<String> happened(String id) {
        return one.database()
                .sql("select happened from referral_history where referral_id = '" + id + "' order by id")
                .query((row, number) -> row.getString("happened"))
                .list();
    }

    private static String reason(String id, String happened) {
        return one.database()
                .sql("select reason from referral_history where happened = '%s' and referral_id = '%s'"
                        .formatted(happened, id))
                .query(String.class)
                .single();
    }
}
