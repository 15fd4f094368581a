package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import org.partnerhub.quickstart.partner.Receiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Partners' systems are slow, fail and answer when somebody finds the time; nobody else has to wait for them. */
@ExtendWith(RunningHub.class)
class PartnersConductE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoPartners partners;
    private final PartnerClient school;
    private final PartnerClient police;
    private final OwnChild child = new OwnChild();

    PartnersConductE2E(RunningHub.World world) {
        partners = world.partners();
        school = partners.client("fenland-academy");
        police = partners.client("cambridgeshire-constabulary");
    }

    @AfterEach
    void beWell() {
        partners.council().conduct().slow(Duration.ZERO);
        partners.council().conduct().failNext(0, 503);
    }

    @Test
    void aSlowPartnerHasItOnceAndSlowsNobodyElse() {
        partners.council().conduct().slow(Duration.ofSeconds(6));
        int before = partners.council().calls();
        Sent sent = send(school, child.referral());

        awaitDelivery(sent, "cpft-camhs", "delivered");
        assertThat(delivery(sent, "early-help-hub-cambridgeshire")).isNotEqualTo("delivered");
        awaitDelivery(sent, "early-help-hub-cambridgeshire", "delivered");
        assertThat(partners.council().calls() - before).isEqualTo(1);
        assertThat(about(sent, partners.council(), it -> true)).hasSize(1);
    }

    @Test
    void aPartnerThatFailsIsTriedAgainWithTheSameDeliveryUntilItTakesIt() {
        partners.council().conduct().failNext(2, 503);
        int before = partners.council().calls();
        Sent sent = send(school, child.referral());

        awaitDelivery(sent, "early-help-hub-cambridgeshire", "delivered");
        assertThat(partners.council().calls() - before).isEqualTo(3);
        assertThat(about(sent, partners.council(), it -> true)).hasSize(1);
        assertThat(partners.council().complaints()).isEmpty();
    }

    @Test
    void aPartnerThatFailsForFhirIsTriedAgainToo() {
        partners.cpft().conduct().failNext(1, 503);
        Sent sent = send(school, child.referral());

        awaitDelivery(sent, "cpft-camhs", "delivered");
        assertThat(about(sent, partners.cpft(), it -> true)).hasSize(1);
    }

    @Test
    void theReferrerHearsOfAnAnswerThatComesLater() {
        Sent sent = send(school, child.referral());
        JsonNode referral = awaitMessage(
                sent, partners.council(), it -> it.path("kind").asString().equals("referral"));

        var answer = partners.council().answerLater(Duration.ofSeconds(2), referral, "accepted", Map.of());

        assertThat(state(sent, "early-help-hub-cambridgeshire")).isNotEqualTo("accepted");
        JsonNode told =
                awaitMessage(sent, partners.school(), it -> it.toString().contains("\"accepted\""));
        assertThat(told.path("kind").asString()).isEqualTo("feedback");
        assertThat(answer.join().status()).isBetween(200, 204);
        assertThat(state(sent, "early-help-hub-cambridgeshire")).isEqualTo("accepted");
    }

    @Test
    void aSchoolsSystemAnswersAndThePolicesHearsIt() {
        Sent sent = send(police, child.incident());
        JsonNode notice = awaitMessage(
                sent,
                partners.school(),
                it -> it.path("purpose").asString("").equals("domestic-abuse-notice-to-school"));

        assertThat(partners.school().answer(notice, "accepted", Map.of()).status())
                .isBetween(200, 204);

        assertThat(awaitMessage(sent, partners.police(), it -> it.toString().contains("\"accepted\""))
                        .path("kind")
                        .asString())
                .isEqualTo("feedback");
    }

    private record Sent(PartnerClient sender, String person, String referral) {}

    private static Sent send(PartnerClient sender, ObjectNode referral) {
        Answer answer = sender.post("/referrals", referral);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new Sent(
                sender,
                answer.body().path("person").asString(),
                answer.body().path("id").asString());
    }

    private static void awaitDelivery(Sent sent, String recipient, String delivery) {
        await(recipient + " is " + delivery)
                .atMost(PATIENCE)
                .ignoreException(NoSuchElementException.class) // a busy hub may answer that it is busy
                .until(() -> delivery(sent, recipient), delivery::equals);
    }

    private static String delivery(Sent sent, String recipient) {
        return recipient(sent, recipient).path("delivery").asString("");
    }

    private static String state(Sent sent, String recipient) {
        return recipient(sent, recipient).path("state").asString("");
    }

    private static JsonNode recipient(Sent sent, String recipient) {
        return sent.sender()
                .get("/referrals/" + sent.referral())
                .body()
                .path("recipients")
                .valueStream()
                .filter(it -> it.path("recipient").asString("").equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode awaitMessage(Sent sent, Receiver system, Predicate<JsonNode> fits) {
        return await("the message comes")
                .atMost(PATIENCE)
                .until(() -> about(sent, system, fits), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<JsonNode> about(Sent sent, Receiver system, Predicate<JsonNode> fits) {
        return system.received().stream()
                .filter(it -> it.path("subject").asString("").equals(sent.person()))
                .filter(fits)
                .toList();
    }
}
