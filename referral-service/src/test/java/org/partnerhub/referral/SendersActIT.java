package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a sender does after sending: adds, answers questions, takes back. */
class SendersActIT {

    private static final String SCHOOL = "fenland-academy";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MORE = """
            {"recipient": "cpft-camhs", "state": "more-information", "reason": "school-picture-missing", "needs": ["education"]}""";
    private static final String UPDATE = """
            {"message": "Mornings are best.", "story": {"contributions": [{"category": "education", "text": "Came on three days."}]}}""";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void aQuestionGoesToTheSenderAndItsAnswerToWhoeverAsked() {
        String id = delivered();
        assertThat(answer("cpft", id, MORE).status()).isEqualTo(200);

        JsonNode asked = recipient(id, "cpft-camhs");
        assertThat(asked.path("state").asString()).isEqualTo("on-hold");
        assertThat(asked.path("needs").path(0).asString()).isEqualTo("education");

        Reply updated = service.post(SCHOOL, key(), "/referrals/" + id + "/updates", UPDATE);
        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        PublishedAnswers.assertFits("referralStanding", updated.text());

        DisclosureRequested again = again(id, "cpft-camhs");
        assertThat(again.purpose().value()).isEqualTo("mental-health-specialist");
        assertThat(content(again).toString()).contains("Came on three days.", "Mornings are best.");
        assertThat(happened(id, "cpft-camhs")).contains("more-information", "information-given");
        service.events().publish(Settled.as(Outcome.DELIVERED, again));
        await().atMost(SOON).until(() -> happened(id, "cpft-camhs").contains("updated-delivered"));
    }

    @Test
    void anUpdateIsTakenOnceHoweverOftenItIsSent() {
        String id = delivered();
        String key = key();

        Reply first = service.post(SCHOOL, key, "/referrals/" + id + "/updates", UPDATE);
        Reply second = service.post(SCHOOL, key, "/referrals/" + id + "/updates", UPDATE);
        Reply other = service.post(SCHOOL, key, "/referrals/" + id + "/updates", "{\"message\": \"Other.\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(422);
        assertThat(count("select count(*) from referral_update where referral_id = '%s'", id))
                .isEqualTo(1);
        assertThat(service.post(SCHOOL, "/referrals/" + id + "/updates", UPDATE).status())
                .isEqualTo(400);
    }

    @Test
    void whatIsTakenBackIsToldToNobodyMoreAndWhoHasItHears() {
        String id = delivered();

        Reply taken = service.post(SCHOOL, "/referrals/" + id + "/cancellation", "{\"reason\": \"no-longer-needed\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        PublishedAnswers.assertFits("referralStanding", taken.text());
        assertThat(taken.json()
                        .path("recipients")
                        .valueStream()
                        .map(it -> it.path("state").asString()))
                .containsOnly("cancelled");

        DisclosureRequested told = followUps(id, 1).getFirst();
        assertThat(told.recipient().value()).isEqualTo("cpft-camhs");
        JsonNode content = content(told);
        assertThat(content.at("/referral/state").asString()).isEqualTo("cancelled");
        assertThat(content.at("/referral/reasonCode").asString()).isEqualTo("no-longer-needed");
        assertThat(content.at("/referral").has("recipients")).isFalse();
        DisclosureRequested notYetTold = first(id, "early-help-hub-cambridgeshire");
        assertThat(released(notYetTold).status()).isEqualTo(404);

        Reply late = answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("state").asString()).isEqualTo("cancelled");
        Reply twice = service.post(SCHOOL, "/referrals/" + id + "/cancellation", "{\"reason\": \"no-longer-needed\"}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().path("detail").asString()).contains("cancelled");
        assertThat(service.post(SCHOOL, key(), "/referrals/" + id + "/updates", UPDATE)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void oneRecipientIsTakenBackAndTheOtherGoesOn() {
        String id = delivered();

        Reply taken = service.post(
                SCHOOL,
                "/referrals/" + id + "/cancellation",
                "{\"recipient\": \"early-help-hub-cambridgeshire\", \"reason\": \"sent-twice\", \"enteredInError\": true}");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(recipient(id, "early-help-hub-cambridgeshire").path("state").asString())
                .isEqualTo("entered-in-error");
        assertThat(answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theRecipientMayCancelToo() {
        String id = delivered();

        assertThat(answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"cancelled\"}")
                        .status())
                .isEqualTo(400);
        assertThat(answer(
                                "cpft",
                                id,
                                "{\"recipient\": \"cpft-camhs\", \"state\": \"cancelled\", \"reason\": \"moved-away\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpft", "peterborough-city-council"})
    void nobodyElseUpdatesOrTakesBack(String stranger) {
        String id = delivered();

        assertThat(service.post(stranger, key(), "/referrals/" + id + "/updates", UPDATE)
                        .status())
                .isEqualTo(404);
        assertThat(service.post(stranger, "/referrals/" + id + "/cancellation", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(service.post(SCHOOL, "/referrals/" + UUID.randomUUID() + "/cancellation", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutTheScopeNothingIsDone() {
        String id = delivered();
        String token = TestIssuer.shared().partner(SCHOOL, "referral.read").signed();

        for (String path : List.of("updates", "cancellation", "responses")) {
            Reply refused = service.call(service.request("/referrals/" + id + "/" + path, token)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(refused.status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theSendersAnswerToAQuestionOfTheHubSendsItOn() {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) referral.path("subject")).remove("authority");
        referral.putArray("asks").addObject().put("purpose", "early-help-support");
        String id = taken(referral);
        awaitState(id, "parked");

        Reply wrong = service.post(SCHOOL, key(), "/referrals/" + id + "/updates", "{\"area\": \"E08000003\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/area");
        Reply found = service.post(SCHOOL, key(), "/referrals/" + id + "/updates", "{\"area\": \"E06000031\"}");

        assertThat(found.json().at("/recipients/0/recipient").asString()).isEqualTo("early-help-hub-peterborough");
        assertThat(service.get(SCHOOL, "/referrals/" + id).json().path("questions"))
                .isEmpty();
    }

    @Test
    void anAssessmentThatComesLaterOpensTheGate() {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        referral.remove("story");
        referral.putArray("asks")
                .addObject()
                .put("purpose", "education-support")
                .put("service", "neurodevelopmental-pathway");
        String id = taken(referral);
        awaitState(id, "parked");
        assertThat(question(id).path("missing").asString()).isEqualTo("early-help-assessment");

        Reply unpermitted = service.post(SCHOOL, key(), "/referrals/" + id + "/updates", """
                {"story": {"earlyHelpAssessment": {"goingWell": "draws", "notGoingWell": "misses school",
                  "needsToHappen": "somebody to talk to", "nextSteps": "a meeting"}}}""");
        assertThat(unpermitted.status()).isEqualTo(400);
        Reply told = service.post(SCHOOL, key(), "/referrals/" + id + "/updates", """
                {"story": {"earlyHelpAssessment": {"goingWell": "draws", "notGoingWell": "misses school",
                  "needsToHappen": "somebody to talk to", "nextSteps": "a meeting",
                  "permission": {"capacity": "parental-responsibility", "obtainedOn": "2026-11-02"}}}}""");

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.json().at("/recipients/0/recipient").asString()).isEqualTo("neurodevelopmental-pathway");
    }

    private JsonNode question(String id) {
        return service.get(SCHOOL, "/referrals/" + id).json().path("questions").path(0);
    }

    private String delivered() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.delivered(id, "cpft-camhs", "cpft");
        return id;
    }

    private String taken(ObjectNode body) {
        Reply taken = service.send(SCHOOL, body.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.json().path("id").asString();
    }

    private void awaitState(String id, String state) {
        await().atMost(SOON)
                .until(() -> service.get(SCHOOL, "/referrals/" + id)
                        .json()
                        .path("state")
                        .asString("")
                        .equals(state));
    }

    private Reply answer(String partner, String id, String body) {
        return service.post(partner, "/referrals/" + id + "/responses", body);
    }

    private JsonNode recipient(String id, String recipient) {
        return service.get(SCHOOL, "/referrals/" + id)
                .json()
                .path("recipients")
                .valueStream()
                .filter(it -> it.path("recipient").asString().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private List<String> happened(String id, String recipient) {
        return recipient(id, recipient)
                .path("history")
                .valueStream()
                .map(it -> it.path("state").asString())
                .toList();
    }

    private DisclosureRequested first(String id, String recipient) {
        return service.events().expect(2, DisclosureRequested.class, "referral/" + id).stream()
                .filter(it -> it.recipient().value().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private DisclosureRequested again(String id, String recipient) {
        return service.events().expect(3, DisclosureRequested.class, "referral/" + id).stream()
                .filter(it -> it.recipient().value().equals(recipient))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<DisclosureRequested> followUps(String id, int count) {
        await().atMost(SOON)
                .until(() -> service.events().seen(DisclosureRequested.class, "feedback/" + id).stream()
                                .filter(it -> it.purpose().value().equals("referral-follow-up"))
                                .count()
                        >= count);
        return service.events().seen(DisclosureRequested.class, "feedback/" + id).stream()
                .filter(it -> it.purpose().value().equals("referral-follow-up"))
                .toList();
    }

    private JsonNode content(DisclosureRequested told) {
        Reply released = released(told);
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        return released.json().path("content");
    }

    private Reply released(DisclosureRequested told) {
        JwtClaims claims = PermitsPlayed.claims(
                told.subject().toString(),
                told.recipient().value(),
                told.purpose().value(),
                told.request(),
                Set.of(Category.EDUCATION, Category.REFERRAL));
        return service.internally(
                "/internal/content",
                Map.of("Hub-Permit", service.siblings().permits().signed(claims)),
                "{\"delivery\": \"%s\", \"source\": \"%s\"}".formatted(told.request(), told.source()));
    }

    private int count(String sql, String id) {
        return service.database().sql(sql.formatted(id)).query(Integer.class).single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
