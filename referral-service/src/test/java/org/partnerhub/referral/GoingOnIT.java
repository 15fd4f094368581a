package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a referral goes on: to a better place, or where a person says. */
class GoingOnIT {

    private static final String SCHOOL = "fenland-academy";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @ParameterizedTest(name = "{0} → {1} for {2}")
    @CsvSource({
        "younited,               younited,            mental-health-wellbeing",
        "wellbeing-single-point, younited,            mental-health-wellbeing",
        "mash-cambridgeshire,    mash-cambridgeshire, safeguarding",
        "mash,                   mash-cambridgeshire, safeguarding"
    })
    void whatIsDeclinedGoesToTheBetterPlaceAtOnce(String betterPlace, String recipient, String purpose) {
        String id = delivered();

        decline(id, betterPlace);

        DisclosureRequested onward = disclosures(id, 3).getLast();
        assertThat(onward.recipient().value()).isEqualTo(recipient);
        assertThat(onward.purpose().value()).isEqualTo(purpose);
        JsonNode there = recipient(id, recipient);
        assertThat(there.path("pathway").asString()).isEqualTo("better-place");
        assertThat(there.path("whyHere").asString()).contains("declined");
        assertThat(recipient(id, "cpft-camhs").path("state").asString()).isEqualTo("rejected");
    }

    @Test
    void whereConsentDoesNotCoverTheBetterPlaceItIsParkedNamingWhatToAsk() {
        String id = delivered();
        decline(id, "younited");
        DisclosureRequested onward = disclosures(id, 3).getLast();

        service.events().publish(Settled.as(Outcome.PARKED, onward, 1, "consent"));

        await().atMost(SOON)
                .until(() ->
                        recipient(id, "younited").path("delivery").asString().equals("parked"));
        assertThat(recipient(id, "younited").path("missing").asString()).isEqualTo("consent");
        assertThat(recipient(id, "younited").path("ask").asString())
                .isEqualTo("Ask the family for a consent for mental-health-wellbeing at younited.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"early-help-hub-cambridgeshire", "nowhere-at-all", "council"})
    void aPlaceThatWasAskedAlreadyOrIsNotOneIsAPersonsChoice(String betterPlace) {
        String id = delivered();

        decline(id, betterPlace);

        JsonNode status = service.get(SCHOOL, "/referrals/" + id).json();
        assertThat(status.at("/questions/0/missing").asString()).isEqualTo("recipient");
        assertThat(service.events().seen(DisclosureRequested.class, "referral/" + id))
                .hasSize(2);
    }

    @Test
    void aDeclineIsOneOutcomeAndNothingFollowsIt() {
        String id = delivered();
        decline(id, "younited");
        service.events().publish(Settled.as(Outcome.FAILED, first(id, "cpft-camhs"), 2, null));
        assertThat(service.post(
                                "cpft",
                                "/referrals/" + id + "/responses",
                                "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}")
                        .status())
                .isEqualTo(409);

        assertThat(count(
                        "select count(*) from feedback where outcome and about = 'cpft-camhs' and referral_id = '%s'",
                        id))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from feedback where about = 'cpft-camhs' and asked_at > (select asked_at from feedback"
                                + " where outcome and about = 'cpft-camhs' and referral_id = '%1$s') and referral_id = '%1$s'",
                        id))
                .isZero();
    }

    @Test
    void whatCannotBeDeliveredIsAnOutcomeToo() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        DisclosureRequested hub = first(id, "early-help-hub-cambridgeshire");

        service.events().publish(Settled.as(Outcome.GIVEN_UP, hub, 9, null));
        service.events().publish(Settled.as(Outcome.GIVEN_UP, hub, 9, null));

        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from feedback where outcome and about = 'early-help-hub-cambridgeshire'"
                                        + " and referral_id = '%s'",
                                id)
                        == 1);
        assertThat(recipient(id, "early-help-hub-cambridgeshire").path("state").asString())
                .isEqualTo("failed");
    }

    @Test
    void aTransferIsTakenByOneLeadProfessionalAlone() {
        ObjectNode transfer = Bodies.referral(Bodies.nhsNumber()).put("kind", "transfer");
        ((ObjectNode) transfer.path("subject")).put("authority", "E06000031");
        ((ObjectNode) transfer.at("/subject/address")).put("postcode", "PE7 8ZZ");
        transfer.putArray("asks")
                .addObject()
                .put("purpose", "early-help-support")
                .put("recipient", "early-help-hub-peterborough");
        transfer.withArray("/asks")
                .addObject()
                .put("purpose", "early-help-support")
                .put("recipient", "early-help-hub-cambridgeshire");
        String id = taken(transfer);
        service.delivered(id, "early-help-hub-peterborough", "peterborough-city-council");
        service.delivered(id, "early-help-hub-cambridgeshire", "cambridgeshire-county-council");

        Reply first = accept("peterborough-city-council", id, "early-help-hub-peterborough");
        Reply second = accept("cambridgeshire-county-council", id, "early-help-hub-cambridgeshire");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("type").asString()).endsWith("taken-elsewhere");
        PublishedAnswers.assertFits("problem", second.text());
    }

    @Test
    void anOperatorSaysWhereItGoesAndStandsInTheHistory() {
        String id = parkedForItsArea();
        JsonNode question = question(id);

        Reply found = oversee("/questions/" + question.path("id").asString() + "/answer", "{\"area\": \"E10000003\"}");

        assertThat(found.status()).as(found.text()).isEqualTo(200);
        PublishedAnswers.assertFits("questionAnswered", found.text());
        assertThat(found.json().path("settled").asInt()).isEqualTo(1);
        assertThat(first(id, "mash-cambridgeshire").purpose().value()).isEqualTo("safeguarding");
        JsonNode status = service.get(SCHOOL, "/referrals/" + id).json();
        assertThat(status.path("questions")).isEmpty();
        assertThat(status.path("history").valueStream().map(it -> it.path("by").asString()))
                .contains("operator")
                .doesNotContain("operator.davies");
        assertThat(count(
                        "select count(*) from referral_history where actor = 'operator:operator.davies' and referral_id = '%s'",
                        id))
                .isEqualTo(1);
        assertThat(oversee("/questions/" + question.path("id").asString() + "/answer", "{\"area\": \"E10000003\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOperatorMayNameTheRecipient() {
        String id = parkedForItsArea();

        Reply found = oversee(
                "/questions/" + question(id).path("id").asString() + "/answer",
                "{\"recipient\": \"mash-peterborough\"}");

        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(first(id, "mash-peterborough").source()).isEqualTo("referral/" + id);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"area": "E08000003"}      | /area
            {"recipient": "nowhere"}   | /recipient
            {"service": "send"}        | /service
            {"colour": "green"}        | /colour
            {}                         | ''
            """)
    void anAnswerThatIsNoneIsPointedAt(String body, String pointer) {
        String id = parkedForItsArea();

        Reply refused = oversee("/questions/" + question(id).path("id").asString() + "/answer", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(question(id).path("missing").asString()).isEqualTo("area");
    }

    @Test
    void whatWaitsForAPersonIsListedByIdsAlone() {
        String id = parkedForItsArea();

        Reply listed = service.call(service.request("/questions?limit=200", service.operatorToken("referral.oversee"))
                .GET());

        assertThat(listed.status()).isEqualTo(200);
        PublishedAnswers.assertFits("questions", listed.text());
        assertThat(listed.text()).contains(id).doesNotContain("Marchbank", "Low mood");
    }

    @ParameterizedTest
    @CsvSource({"/questions", "/escalations"})
    void onlyThoseWhoWatchSeeWhatWaits(String path) {
        assertThat(service.get(SCHOOL, path).status()).isEqualTo(403);
        assertThat(service.call(service.request(path, service.operatorToken("log.read"))
                                .GET())
                        .status())
                .isEqualTo(403);
        assertThat(service.call(service.request(path + "?limit=0", service.operatorToken("referral.oversee"))
                                .GET())
                        .status())
                .isEqualTo(400);
        assertThat(service.post(SCHOOL, "/questions/" + UUID.randomUUID() + "/answer", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aListIsNarrowedToWhatIsMeant() {
        String id = delivered();
        String person =
                service.get(SCHOOL, "/referrals/" + id).json().path("person").asString();

        assertThat(ids("cpft", "?limit=200&state=requested")).contains(id);
        assertThat(ids("cpft", "?limit=200&state=accepted")).doesNotContain(id);
        assertThat(ids("cpft", "?limit=200&recipient=cpft-camhs")).contains(id);
        assertThat(ids("cpft", "?limit=200&recipient=younited")).doesNotContain(id);
        assertThat(ids("cpft", "?role=sender")).doesNotContain(id);
        assertThat(ids(SCHOOL, "?role=sender&person=" + person)).containsExactly(id);
        assertThat(ids(SCHOOL, "?role=recipient&limit=200")).doesNotContain(id);
        assertThat(ids(SCHOOL, "?before=1990-01-01T00:00:00Z")).isEmpty();
        assertThat(ids("peterborough-city-council", "?limit=200&recipient=cpft-camhs"))
                .doesNotContain(id);
        Reply page = service.get(SCHOOL, "/referrals?limit=1");
        PublishedAnswers.assertFits("referrals", page.text());
        assertThat(service.get(SCHOOL, page.json().at("/links/next").asString()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "role=both",
        "state=sleepy",
        "person=nobody",
        "before=yesterday",
        "recipient=Not%20A%20Code",
        "role=sender&state=requested"
    })
    void aListThatMakesNoSenseIsPointedAt(String query) {
        assertThat(service.get(SCHOOL, "/referrals?" + query).status()).isEqualTo(400);
    }

    private List<String> ids(String partner, String query) {
        return service.get(partner, "/referrals" + query)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private String parkedForItsArea() {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) referral.path("subject")).remove("authority");
        referral.putArray("asks").addObject().put("purpose", "safeguarding");
        String id = taken(referral);
        await().atMost(SOON).until(() -> !question(id).isMissingNode());
        return id;
    }

    private JsonNode question(String id) {
        return service.get(SCHOOL, "/referrals/" + id).json().at("/questions/0");
    }

    private Reply oversee(String path, String body) {
        return service.call(service.request(path, service.operatorToken("referral.oversee"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void decline(String id, String betterPlace) {
        Reply declined = service.post(
                "cpft",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"cpft-camhs\", \"state\": \"rejected\", \"reason\": \"not-eligible\", \"betterPlace\": \"%s\"}"
                        .formatted(betterPlace));
        assertThat(declined.status()).as(declined.text()).isEqualTo(200);
    }

    private Reply accept(String partner, String id, String recipient) {
        return service.post(
                partner,
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"%s\", \"state\": \"accepted\"}".formatted(recipient));
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

    private List<DisclosureRequested> disclosures(String id, int count) {
        return service.events().expect(count, DisclosureRequested.class, "referral/" + id);
    }

    private DisclosureRequested first(String id, String recipient) {
        await().atMost(SOON)
                .until(() -> service.events().seen(DisclosureRequested.class, "referral/" + id).stream()
                        .anyMatch(it -> it.recipient().value().equals(recipient)));
        return service.events().seen(DisclosureRequested.class, "referral/" + id).stream()
                .filter(it -> it.recipient().value().equals(recipient))
                .findFirst()
                .orElseThrow();
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

    private int count(String sql, String id) {
        return service.database().sql(sql.formatted(id)).query(Integer.class).single();
    }
}
