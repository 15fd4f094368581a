package org.partnerhub.quickstart.demo;

import java.util.Map;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** CAMHS asks the hub, not the family, for the story; then accepts, and the school hears. */
final class CamhsTakesItUp {

    static final String ASKS = "CAMHS asks for the story and gets the permitted part; nobody is asked twice";
    static final String ACCEPTS = "CAMHS accepts; the school hears";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    CamhsTakesItUp(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void ask() {
        Answer story = world.camhs().get("/people/" + family.person() + "/story?purpose=mental-health-specialist");
        narration.check("the hub answers (200)", story.status() == 200, story.body());
        JsonNode content = story.body().path("content");
        narration.check(
                "with the child's own words and what school saw",
                content.has("voice") && content.has("education"),
                story.body());
        narration.check(
                "the police category is withheld and named",
                SchoolTellsTheStory.withheld(story.body(), "police"),
                story.body());
        narration.check(
                "why: " + whyWithheld(story.body()), !whyWithheld(story.body()).isEmpty());
    }

    void accept() {
        world.camhsAnswer().accept(family.person());
        JsonNode told = family.waitFor(
                "the school hears that CAMHS accepted",
                world.schoolSystem(),
                it -> it.path("kind").asString().equals("feedback")
                        && it.toString().contains("accepted"));
        narration.check("the school is told the state and nothing of treatment", onlyState(told), told);
    }

    private static boolean onlyState(JsonNode told) {
        return told.path("content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .allMatch(it -> it.equals("referral") || it.equals("identity"));
    }

    private static String whyWithheld(JsonNode told) {
        return told.path("withheld")
                .valueStream()
                .filter(it -> it.path("category").asString().equals("police"))
                .map(it -> it.path("reasons").path(0).asString(""))
                .findFirst()
                .orElse("");
    }
}
