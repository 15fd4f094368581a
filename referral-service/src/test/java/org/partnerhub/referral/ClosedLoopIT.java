package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ClosedLoopIT {

    private static final String SCHOOL = "fenland-academy";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void aReferralIsRoutedAndItsDisclosuresAskedForByIdsAlone() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));

        List<DisclosureRequested> asked = service.events().expect(2, DisclosureRequested.class, id);

        assertThat(asked)
                .extracting(it -> it.recipient().value(), it -> it.purpose().value(), DisclosureRequested::source)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "early-help-hub-cambridgeshire", "early-help-support", "referral/" + id),
                        org.assertj.core.groups.Tuple.tuple(
                                "cpft-camhs", "mental-health-specialist", "referral/" + id));
        assertThat(asked).allSatisfy(it -> {
            assertThat(it.partner().value()).isEqualTo(SCHOOL);
            assertThat(it.categories()).contains(Category.POLICE, Category.VOICE);
        });
        assertThat(service.events().bodies())
                .noneMatch(body -> body.contains("Marchbank") || body.contains("headphones"));
    }

    @Test
    void aDomesticAbuseNoticeGoesToTheChildsSchoolBeforeItsNextDay() {
        String id = taken(Bodies.notice(Bodies.nhsNumber()), "cambridgeshire-constabulary");

        DisclosureRequested asked =
                service.events().expect(1, DisclosureRequested.class, id).getFirst();

        assertThat(asked.recipient().value()).isEqualTo("fenland-academy-safeguarding-lead");
        assertThat(asked.categories()).containsExactlyInAnyOrder(Category.IDENTITY, Category.POLICE, Category.VOICE);
        assertThat(asked.dueBy()).isNotNull().isAfter(Instant.now());
    }

    @Test
    void aSchoolThatOnlyAnotherPartnerKnowsIsUsed() {
        String nhsNumber = Bodies.nhsNumber();
        taken(Bodies.referral(nhsNumber));
        ObjectNode notice = Bodies.notice(nhsNumber);
        ((ObjectNode) notice.path("subject")).remove(List.of("schoolUrn", "address", "authority"));

        String id = taken(notice, "cambridgeshire-constabulary");

        assertThat(service.events().expect(1, DisclosureRequested.class, id))
                .extracting(it -> it.recipient().value())
                .containsExactly("fenland-academy-safeguarding-lead");
    }

    @Test
    void anUnknownAreaWaitsForAPersonAndTheReferrerHears() {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) referral.path("subject")).put("authority", "E08000003");
        referral.putArray("asks").addObject().put("purpose", "safeguarding");

        String id = taken(referral);

        DisclosureRequested told =
                service.events().expect(1, DisclosureRequested.class, id).getFirst();
        assertThat(told.purpose()).isEqualTo(new Purpose("feedback-to-referrer"));
        assertThat(told.source()).isEqualTo("feedback/" + id);
        JsonNode status = service.get(SCHOOL, "/referrals/" + id).json();
        assertThat(status.path("state").asString()).isEqualTo("parked");
        assertThat(status.path("questions").path(0).path("missing").asString()).isEqualTo("area");
    }

    @Test
    void anEmbeddedConsentIsRecordedOnceBeforeAnythingIsAskedFor() {
        String id = taken(Bodies.withConsent(Bodies.referral(Bodies.nhsNumber())));

        service.events().expect(2, DisclosureRequested.class, id);

        var calls = service.siblings().server().findAll(postRequestedFor(urlEqualTo("/internal/consents"))).stream()
                .filter(call -> call.getBodyAsString().contains(id))
                .toList();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().getBodyAsString()).contains("gillick-competent", SCHOOL);
        assertThat(service.database()
                        .sql("select count(*) from consent_draft where referral_id = '" + id + "'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(service.get(SCHOOL, "/referrals/" + id)
                        .json()
                        .path("consent")
                        .asString())
                .isEqualTo(SiblingsPlayed.CONSENT.toString());
    }

    @Test
    void whileConsentServiceIsDownNothingIsAskedForAndNothingIsLost() {
        service.siblings().server().stubFor(post("/internal/consents").willReturn(serverError()));
        String id = taken(Bodies.withConsent(Bodies.referral(Bodies.nhsNumber())));
        await().atMost(SOON)
                .until(() -> !service.siblings()
                        .server()
                        .findAll(postRequestedFor(urlEqualTo("/internal/consents")))
                        .isEmpty());
        assertThat(service.events().seen(DisclosureRequested.class, id)).isEmpty();

        service.siblings().everythingAnswers();

        assertThat(service.events().expect(2, DisclosureRequested.class, id)).hasSize(2);
    }

    @Test
    void aConsentThatIsNonsenseStopsNoRouteAndTheReferrerHears() {
        service.siblings()
                .server()
                .stubFor(post("/internal/consents").willReturn(aResponse().withStatus(400)));

        String id = taken(Bodies.withConsent(Bodies.referral(Bodies.nhsNumber())));

        assertThat(service.events().expect(3, DisclosureRequested.class, id))
                .extracting(it -> it.purpose().value())
                .containsExactlyInAnyOrder("early-help-support", "mental-health-specialist", "feedback-to-referrer");
    }

    @Test
    void whatIsDeliveredIsNotedAndTheReferrerHearsOnceHoweverOftenTheNewsComes() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        DisclosureRequested camhs = camhs(id);
        UUID message = UUID.randomUUID();
        DisclosureSettled delivered = settled(camhs, Outcome.DELIVERED, 1, null);

        service.events().publish(message, delivered);
        service.events().publish(message, delivered);
        service.events().publish(delivered);

        awaitDelivery(id, "cpft-camhs", "delivered");
        assertThat(feedback(id, 1)).hasSize(1);
        service.events().publish(settled(camhs, Outcome.FAILED, 1, null));
        Reply accepted = answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(feedback(id, 2)).hasSize(2);
        assertThat(recipient(id, "cpft-camhs").path("delivery").asString()).isEqualTo("delivered");
    }

    @Test
    void whatIsParkedNamesWhatIsMissingAndStaysUnknownToItsRecipient() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.events().publish(settled(camhs(id), Outcome.PARKED, 1, "consent"));

        awaitDelivery(id, "cpft-camhs", "parked");

        assertThat(recipient(id, "cpft-camhs").path("missing").asString()).isEqualTo("consent");
        assertThat(feedback(id, 1)).hasSize(1);
        assertThat(service.get("cpft", "/referrals/" + id).status()).isEqualTo(404);
        assertThat(answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsGivenUpHasFailedAndTheReferrerHears() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.events().publish(settled(camhs(id), Outcome.GIVEN_UP, 3, null));

        awaitDelivery(id, "cpft-camhs", "given-up");

        assertThat(recipient(id, "cpft-camhs").path("state").asString()).isEqualTo("failed");
        assertThat(feedback(id, 1)).hasSize(1);
    }

    @Test
    void whatWasGivenUpAndArrivesAfterAllGoesOnAndHasAnOutcomeOfItsOwn() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        DisclosureRequested camhs = camhs(id);
        service.events().publish(settled(camhs, Outcome.GIVEN_UP, 3, null));
        awaitDelivery(id, "cpft-camhs", "given-up");
        assertThat(feedback(id, 1)).as("that it failed").hasSize(1);

        service.events().publish(settled(camhs, Outcome.DELIVERED, 4, null));

        awaitDelivery(id, "cpft-camhs", "delivered");
        assertThat(recipient(id, "cpft-camhs").path("state").asString()).isEqualTo("requested");
        assertThat(feedback(id, 2)).as("that it arrived").hasSize(2);
        assertThat(answer(
                                "cpft",
                                id,
                                "{\"recipient\": \"cpft-camhs\", \"state\": \"rejected\", \"reason\": \"not-eligible\"}")
                        .status())
                .isEqualTo(200);
        assertThat(recipient(id, "cpft-camhs").path("state").asString()).isEqualTo("rejected");
        assertThat(feedback(id, 3)).as("how it ended").hasSize(3);
    }

    @Test
    void whatBecomesOfFeedbackCausesNoMoreFeedback() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.events().publish(settled(camhs(id), Outcome.DELIVERED, 1, null));
        DisclosureRequested told = feedback(id, 1).getFirst();

        service.events().publish(settled(told, Outcome.DELIVERED, 1, null));
        service.events().publish(settled(told, Outcome.GIVEN_UP, 2, null));
        answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}");

        assertThat(feedback(id, 2)).hasSize(2);
    }

    @Test
    void aRecipientAnswersStepByStepAndEveryStepIsInTheHistory() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.events().publish(settled(camhs(id), Outcome.DELIVERED, 1, null));
        awaitDelivery(id, "cpft-camhs", "delivered");

        Reply accepted = answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}");
        Reply started = answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"in-progress\"}");
        Reply finished = answer(
                "cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"completed\", \"outcome\": \"needs-met\"}");

        PublishedAnswers.assertFits("answered", accepted.text());
        assertThat(List.of(accepted, started, finished))
                .extracting(reply -> reply.json().path("state").asString())
                .containsExactly("accepted", "in-progress", "completed");
        Reply status = service.get(SCHOOL, "/referrals/" + id);
        PublishedAnswers.assertFits("referral", status.text());
        assertThat(recipient(id, "cpft-camhs")
                        .path("history")
                        .valueStream()
                        .map(it -> it.path("state").asString()))
                .containsExactly("routed", "delivered", "accepted", "in-progress", "completed");
    }

    @Test
    void anAnswerThatDoesNotFollowNamesThePresentState() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        service.delivered(id, "cpft-camhs", "cpft");

        Reply refused =
                answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"completed\", \"outcome\": \"done\"}");

        assertThat(refused.status()).isEqualTo(409);
        PublishedAnswers.assertFits("problem", refused.text());
        assertThat(refused.json().path("detail").asString()).contains("requested");
        assertThat(refused.json().path("state").asString()).isEqualTo("requested");
    }

    @Test
    void aRejectionWithoutReasonIsPointedAt() {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        camhs(id);

        Reply refused = answer("cpft", id, "{\"recipient\": \"cpft-camhs\", \"state\": \"rejected\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cambridgeshire-constabulary", "peterborough-city-council", SCHOOL})
    void nobodyAnswersForARecipientThatAnotherRuns(String partner) {
        String id = taken(Bodies.referral(Bodies.nhsNumber()));
        camhs(id);

        assertThat(answer(partner, id, "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}")
                        .status())
                .isEqualTo(404);
    }

    private String taken(ObjectNode body) {
        return taken(body, SCHOOL);
    }

    private String taken(ObjectNode body, String partner) {
        Reply taken = service.send(partner, body.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken.json().path("id").asString();
    }

    private DisclosureRequested camhs(String id) {
        return service.events().expect(2, DisclosureRequested.class, id).stream()
                .filter(it -> it.recipient().value().equals("cpft-camhs"))
                .findFirst()
                .orElseThrow();
    }

    private List<DisclosureRequested> feedback(String id, int count) {
        return service.events().expect(count, DisclosureRequested.class, "feedback/" + id);
    }

    private Reply answer(String partner, String id, String body) {
        return service.post(partner, "/referrals/" + id + "/responses", body);
    }

    private void awaitDelivery(String id, String recipient, String delivery) {
        await().atMost(SOON)
                .until(() ->
                        recipient(id, recipient).path("delivery").asString("").equals(delivery));
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

    private static DisclosureSettled settled(
            DisclosureRequested asked, Outcome outcome, int attempt, @Nullable String missing) {
        return new DisclosureSettled(
                asked.request(),
                attempt,
                asked.source(),
                asked.subject(),
                asked.recipient(),
                asked.purpose(),
                null,
                outcome,
                null,
                missing,
                null,
                Instant.now());
    }
}
