package org.partnerhub.quickstart.demo;

import java.util.Map;
import java.util.Optional;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** The young person changes their mind: from the acknowledgement on, nothing leaves in reliance on the consent. */
final class YoungPersonWithdraws {

    static final String TITLE =
            "The young person withdraws; the next disclosure is refused and those who hold it are told";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    YoungPersonWithdraws(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        family.consented(consentOfTheReferral());
        Answer withdrawn = world.school()
                .post(
                        "/consents/" + family.consent() + "/withdrawal",
                        Map.of("withdrawnBy", Map.of("capacity", "gillick-competent"), "reason", "Changed my mind"));
        narration.check("the withdrawal is acknowledged", withdrawn.status() == 200, withdrawn.body());
        narration.check(
                "it names who holds something already",
                withdrawn.body().path("holdings").size() >= 2,
                withdrawn.body());
        Answer story = world.camhs().get("/people/" + family.person() + "/story?purpose=mental-health-specialist");
        narration.check("CAMHS is refused the story now (403)", story.status() == 403, story.status());
        nextReferralIsParked();
        holdersAreTold();
    }

    private String consentOfTheReferral() {
        return world.school()
                .get("/referrals/" + family.referral())
                .body()
                .path("consent")
                .asString("");
    }

    private void nextReferralIsParked() {
        Answer sent = world.school().post("/referrals", SchoolTellsTheStory.request(family.child()));
        String referral = sent.body().path("id").asString();
        JsonNode parked = Family.waitFor("the next referral is parked", () -> recipients(referral));
        narration.check(
                "the next referral is parked and the school is told what is missing: consent",
                parked.toString().contains("consent"),
                parked);
    }

    private Optional<JsonNode> recipients(String referral) {
        JsonNode recipients =
                world.school().get("/referrals/" + referral).body().path("recipients");
        boolean parked = !recipients.isEmpty()
                && recipients
                        .valueStream()
                        .allMatch(it -> it.path("delivery").asString("").equals("parked"));
        return parked ? Optional.of(recipients) : Optional.empty();
    }

    private void holdersAreTold() {
        JsonNode told = family.waitFor(
                "the early help hub hears of the withdrawal",
                world.councilSystem(),
                it -> it.path("kind").asString().equals("withdrawal"));
        narration.check(
                "the early help hub is told of the withdrawal, without any detail",
                !told.path("content").has("identity"),
                told);
        JsonNode camhsTold = family.waitFor(
                "CAMHS hears of the withdrawal",
                world.camhsSystem(),
                it -> it.path("kind").asString().equals("withdrawal"));
        narration.check("CAMHS is told of the withdrawal too", !camhsTold.isEmpty(), camhsTold);
    }
}
