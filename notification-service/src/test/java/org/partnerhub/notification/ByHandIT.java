package org.partnerhub.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** What no channel reaches is taken there by an operator, under a permit like everything else. */
class ByHandIT {

    private static final TestHub HUB = TestHub.start();
    private static final RecipientId UNREACHED = new RecipientId("directors-office-e08000025");
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String OPERATOR =
            ISSUER.officer("operator.davies", "operator", "delivery.oversee").signed();

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void theLogAnswers() {
        HUB.consentService.notesLooks(true);
    }

    @Test
    void whatWasTakenOutAndHasArrivedIsDelivered() {
        UUID delivery = waiting();

        HttpResponse<String> content = act(delivery, "content");

        assertThat(content.statusCode()).as(content.body()).isEqualTo(200);
        assertThat(content.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode disclosure = TestHub.json(content);
        assertThat(Schemas.bundled().violations("disclosure", disclosure)).isEmpty();
        settled(delivery, Outcome.UNKNOWN);

        HttpResponse<String> arrived = act(delivery, "settlement");

        PublishedAnswers.assertFits("noticeSettled", arrived.body());
        settled(delivery, Outcome.DELIVERED);
        assertThat(HUB.consentService.looksAt(child)).containsExactly("delivery-by-hand", "delivery-settled");
        assertThat(act(delivery, "settlement").statusCode()).isEqualTo(409);
    }

    @Test
    void nothingIsTakenOutThatMayNotGo() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = waiting();

        assertThat(act(delivery, "content").statusCode()).isEqualTo(409);
        assertThat(act(delivery, "settlement").statusCode())
                .as("nobody took it anywhere")
                .isEqualTo(409);
        assertThat(HUB.stateOf(delivery)).isEqualTo("MANUAL");
    }

    @Test
    void nothingIsTakenOutThatTheLogDoesNotNoteAndOnlyByAnOperatorWithAReason() {
        UUID delivery = waiting();
        HUB.consentService.notesLooks(false);
        assertThat(act(delivery, "content").statusCode()).isEqualTo(503);
        HUB.consentService.notesLooks(true);
        assertThat(HUB.submit("/deliveries/" + delivery + "/content", OPERATOR, "{}", null)
                        .statusCode())
                .isEqualTo(400);
        String officer = ISSUER.officer("officer.adeyemi", "governance-officer", "stay.oversee")
                .signed();
        assertThat(HUB.submit("/deliveries/" + delivery + "/content", officer, "{\"reason\":\"x\"}", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(HUB.consentService.askedAbout(child)).isEmpty();
    }

    private UUID waiting() {
        UUID delivery = HUB.request(child, UNREACHED, source);
        settled(delivery, Outcome.MANUAL);
        return delivery;
    }

    private static HttpResponse<String> act(UUID delivery, String what) {
        return HUB.submit(
                "/deliveries/" + delivery + "/" + what,
                OPERATOR,
                "{\"reason\":\"By courier to the duty desk.\"}",
                null);
    }

    private static void settled(UUID delivery, Outcome outcome) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> HUB.outcomes(delivery).contains(outcome));
    }
}
