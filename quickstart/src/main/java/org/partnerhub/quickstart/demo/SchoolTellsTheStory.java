package org.partnerhub.quickstart.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** A school tells a family's story once, with the consent of a competent 15-year-old. */
final class SchoolTellsTheStory {

    static final String TITLE = "The school tells the story once, with a competent 15-year-old's consent";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    SchoolTellsTheStory(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        Answer sent = world.school().post("/referrals", referral(family.child()));
        narration.check(
                "the hub takes the referral (201) and says where to follow it", sent.status() == 201, sent.body());
        family.referred(
                sent.body().path("person").asString(), sent.body().path("id").asString());
        earlyHelpHubHearsWhatItMay();
        camhsHearsWhatItMay();
        schoolSeesHowItStands();
    }

    private void earlyHelpHubHearsWhatItMay() {
        JsonNode told = family.waitFor(
                "the early help hub hears of the child",
                world.councilSystem(),
                it -> it.path("purpose").asString().equals("early-help-support"));
        JsonNode content = told.path("content");
        narration.check(
                "the early help hub has the family's account and the child's own words",
                content.has("plan") && content.has("voice"),
                told);
        narration.check(
                "what the school wrote about the police is withheld, and the message says so",
                withheld(told, "police"),
                told);
    }

    private void camhsHearsWhatItMay() {
        JsonNode told = family.waitFor(
                "CAMHS has its FHIR message",
                world.camhsSystem(),
                it -> it.path("purpose").asString().equals("mental-health-specialist"));
        narration.check(
                "CAMHS has a FHIR message without the police category",
                !told.path("content").has("police"),
                told);
    }

    private void schoolSeesHowItStands() {
        JsonNode state = Family.waitFor("both deliveries are known to the school", () -> {
            JsonNode recipients =
                    world.school().get("/referrals/" + family.referral()).body().path("recipients");
            boolean all = recipients.size() == 2
                    && recipients
                            .valueStream()
                            .allMatch(it -> it.path("delivery").asString("").equals("delivered"));
            return all ? java.util.Optional.of(recipients) : java.util.Optional.empty();
        });
        narration.check("the school sees that both have it", state.size() == 2, state);
        Answer stranger = world.hospital().get("/referrals/" + family.referral());
        narration.check(
                "a partner that is neither sender nor recipient is told nothing (404)",
                stranger.status() == 404,
                stranger.status());
    }

    static boolean withheld(JsonNode told, String category) {
        return !told.path("content").has(category)
                && told.path("withheld")
                        .valueStream()
                        .anyMatch(it -> it.path("category").asString().equals(category));
    }

    /** The referral without consent, as the school would send it once more later. */
    static Map<String, Object> request(InventedChild child) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", child.demographics(DemoWorld.SCHOOL_URN));
        body.put("kind", "request");
        body.put(
                "asks",
                List.of(Map.of("purpose", "early-help-support"), Map.of("purpose", "mental-health-specialist")));
        body.put("reason", "Low mood and missed school since the spring; the family asks for help.");
        body.put("themes", List.of("health", "education"));
        body.put("level", "targeted");
        body.put("urgency", "routine");
        return body;
    }

    /** The referral with story and consent. */
    static Map<String, Object> referral(InventedChild child) {
        Map<String, Object> body = request(child);
        body.put("story", story());
        body.put("consent", consent());
        return body;
    }

    private static Map<String, Object> story() {
        return Map.of(
                "earlyHelpAssessment",
                        Map.of(
                                "goingWell", "Close to a grandmother; loves drawing.",
                                "notGoingWell", "Has been in school on four days out of ten since Easter.",
                                "needsToHappen", "Somebody to talk to, and a way back into lessons.",
                                "nextSteps", "A meeting at school with the family within two weeks."),
                "voice", "I want to come back but not all at once.",
                "contributions",
                        List.of(
                                Map.of("category", "education", "text", "Attendance 41 per cent this term."),
                                Map.of(
                                        "category",
                                        "emotional-health",
                                        "text",
                                        "Says that sleep is bad and days feel grey."),
                                Map.of(
                                        "category",
                                        "police",
                                        "text",
                                        "The family mentioned that officers came to the house in March.")),
                "household", List.of(Map.of("name", "An invented grandmother", "relationship", "grandmother")));
    }

    private static Map<String, Object> consent() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/London"));
        return Map.of(
                "decision", "given",
                "givenBy",
                        Map.of(
                                "capacity",
                                "gillick-competent",
                                "assessor",
                                Map.of(
                                        "name",
                                        "An invented school nurse",
                                        "role",
                                        "school nurse",
                                        "assessedOn",
                                        today.toString())),
                "purposes", List.of("early-help-support", "mental-health-specialist"),
                "recipients", Map.of("kinds", List.of("council", "mental-health")),
                "categories",
                        List.of(
                                "identity",
                                "contact",
                                "family",
                                "education",
                                "emotional-health",
                                "voice",
                                "plan",
                                "referral"),
                "from", today.toString(),
                "until", today.plusMonths(6).toString(),
                "evidence", Map.of("kind", "form", "reference", "DEMO-1"),
                "obtainedOn", today.toString());
    }
}
