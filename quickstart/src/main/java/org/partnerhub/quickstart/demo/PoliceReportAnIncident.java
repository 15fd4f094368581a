package org.partnerhub.quickstart.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** Operation Encompass: the school's safeguarding lead is told of a domestic-abuse incident before the next school day. */
final class PoliceReportAnIncident {

    static final String TITLE =
            "The police report a domestic-abuse incident; the school's safeguarding lead knows before the next school day";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    PoliceReportAnIncident(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        Answer sent = world.police().post("/referrals", incident(family.child()));
        narration.check("the hub takes the notice (201)", sent.status() == 201, sent.body());
        narration.check(
                "it knows that this is the same child: nobody was asked again",
                sent.body().path("person").asString("").equals(family.person()),
                sent.body());
        JsonNode told = family.waitFor(
                "the safeguarding lead has the notice",
                world.schoolSystem(),
                it -> it.path("purpose").asString().equals("domestic-abuse-notice-to-school"));
        narration.check("the notice says what happened and nothing of the child's health", onlyNoticed(told), told);
        Answer state = world.police().get("/referrals/" + sent.body().path("id").asString());
        Instant due = Instant.parse(
                state.body().path("recipients").path(0).path("dueBy").asString("1970-01-01T00:00:00Z"));
        narration.check(
                "it was there before the next school day begins (" + due + ")",
                Instant.now().isBefore(due),
                state.body());
    }

    private static boolean onlyNoticed(JsonNode told) {
        JsonNode content = told.path("content");
        return content.has("identity")
                && content.has("police")
                && !content.has("emotional-health")
                && !content.has("plan");
    }

    static Map<String, Object> incident(InventedChild child) {
        return Map.of(
                "subject", child.demographics(DemoWorld.SCHOOL_URN),
                "kind", "notification",
                "asks", List.of(Map.of("purpose", "domestic-abuse-notice-to-school")),
                "reason", "Operation Encompass notice",
                "themes", List.of("domestic-abuse"),
                "urgency", "urgent",
                "incident",
                        Map.of(
                                "policeReference", "35/DEMO/26",
                                "occurredAt",
                                        Instant.now()
                                                .minus(3, ChronoUnit.HOURS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString(),
                                "place", "At home",
                                "childPresent", true,
                                "circumstances", "Shouting between two adults; the child was upstairs."));
    }
}
