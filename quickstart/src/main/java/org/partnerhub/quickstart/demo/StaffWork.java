package org.partnerhub.quickstart.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;

/** A morning's work of officers at the console, begun and not ended, so that whoever looks around after the story finds no page empty. */
final class StaffWork {

    static final String TITLE = "Officers do a morning's work at the console, and leave the rest of it on their pages";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    StaffWork(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        leaveAReferralWaiting();
        authoriseSharing(session(world.approver()));
        StaffSession officer = session(world.officer());
        recordARequest(officer);
        drawASample(officer);
        reportABreach(officer);
    }

    private StaffSession session(DemoWorld.StaffSignIn who) {
        StaffSession session = new StaffSession(world.gateway());
        session.signIn(who.user(), who.password());
        return session;
    }

    /** Nobody has asked this other family yet: the operators' page shows what is parked. */
    private void leaveAReferralWaiting() {
        InventedChild other = InventedChild.aged(11, RandomGenerator.getDefault());
        var sent = world.school()
                .post(
                        "/referrals",
                        Map.of(
                                "subject",
                                other.demographics(DemoWorld.SCHOOL_URN),
                                "kind",
                                "request",
                                "asks",
                                List.of(Map.of("purpose", "early-help-support")),
                                "reason",
                                "Has missed eleven mornings this term.",
                                "themes",
                                List.of("education"),
                                "urgency",
                                "routine"));
        narration.check("a referral waits for a family's consent", sent.status() < 300, sent.body());
    }

    private void authoriseSharing(StaffSession approver) {
        Document page = approver.submit(
                StaffSession.form(approver.open("share-without-consent"), "form#authorisation"),
                Map.of(
                        "person", family.person(),
                        "purpose", "early-help-support",
                        "ground", "asking-would-endanger",
                        "recipients", "early-help-hub-cambridgeshire",
                        "categories", "identity safety referral",
                        "reason", "Asking would put the child at risk tonight, as the police told the school.",
                        "hours", "24",
                        "despiteRefusal", "yes"));
        confirmed("an approver shares without consent for a day; another officer is to review it", page);
    }

    private void recordARequest(StaffSession officer) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "kind", "access",
                "person", family.person(),
                "wanted", "What was passed on about me, and to whom",
                "capacity", "self",
                "identity", "School pass seen",
                "able", "yes",
                "assessorRole", "School nurse"));
        typed.putAll(day("received", today));
        typed.putAll(day("assessedOn", today));
        confirmed(
                "an officer records the young person's request to see what is held",
                officer.submit(StaffSession.form(officer.open("requests/new"), "form[action$=requests/new]"), typed));
    }

    private void drawASample(StaffSession officer) {
        Map<String, String> typed = new HashMap<>(Map.of("reason", "Audit of today", "size", "3", "seed", "demo"));
        typed.putAll(day("from", today));
        typed.putAll(day("until", today));
        Document page = officer.submit(
                StaffSession.form(officer.open("audit-samples/new"), "form[action$=audit-samples/new]"), typed);
        narration.check(
                "an officer draws three entries of today at random", page.text().contains("0 of 3"), page.text());
    }

    private void reportABreach(StaffSession officer) {
        Document chosen = Awaitility.await("a disclosure has its number in the log")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> listed(officer), page -> page.selectFirst("input[name=sequences]") != null);
        String sequence = chosen.select("input[name=sequences]").val();
        Map<String, String> typed = new HashMap<>(Map.of(
                "awareTime", "08:30",
                "whatHappened", "A notice went to a member of staff who had left the school.",
                "consequences", "Somebody without need learned that there was an incident.",
                "measures", "The address was corrected, and the message was deleted unread.",
                "toldToPeople", "yes"));
        typed.putAll(day("awareOn", today.minusDays(1)));
        Document form = officer.open("breaches/new?sequences=" + sequence);
        confirmed(
                "an officer reports a breach of one disclosure",
                officer.submit(StaffSession.form(form, "form[action$=breaches/new]"), typed));
    }

    private static Document listed(StaffSession officer) {
        return officer.submit(
                StaffSession.form(officer.open("log"), "form#log-list"),
                Map.of("purpose", "domestic-abuse-notice-to-school", "reason", "A school told us of a wrong address"));
    }

    private void confirmed(String claim, Document page) {
        narration.check(claim, page.selectFirst(".govuk-notification-banner--success") != null, page.text());
    }

    private static Map<String, String> day(String field, LocalDate day) {
        return Map.of(
                field + "-day", String.valueOf(day.getDayOfMonth()),
                field + "-month", String.valueOf(day.getMonthValue()),
                field + "-year", String.valueOf(day.getYear()));
    }
}
