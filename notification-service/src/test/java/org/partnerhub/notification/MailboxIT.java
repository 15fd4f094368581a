package org.partnerhub.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.partnerhub.testkit.contract.PublishedAnswers.assertFits;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.ConsentGiven;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

class MailboxIT {

    private static final TestHub HUB = TestHub.start();
    private static final String COUNCIL = token("cambridgeshire-county-council");
    private static final String NEIGHBOUR = token("peterborough-city-council");

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    private static String token(String partner) {
        return TestIssuer.shared().partner(partner, "mailbox.read").signed();
    }

    @Test
    void aMailboxHoldsReferencesAndTheContentIsDecidedWhenItIsCollected() {
        UUID item = waiting();
        assertThat(HUB.consentService.askedAbout(child))
                .as("nothing is decided yet")
                .isEmpty();

        JsonNode listed = listed(COUNCIL, item);
        assertThat(listed.propertyNames())
                .containsExactlyInAnyOrder("id", "recipient", "purpose", "subject", "state", "since");

        assertFits("mailbox", HUB.read("/mailbox", COUNCIL).body());
        HttpResponse<String> collected = HUB.read("/mailbox/" + item, COUNCIL);
        assertThat(collected.statusCode()).isEqualTo(200);
        assertThat(collected.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Schemas.bundled().violations("disclosure", TestHub.json(collected)))
                .isEmpty();
        assertThat(HUB.stateOf(item)).as("settled before the answer ended").isEqualTo("COLLECTED");
        assertThat(HUB.consentService.askedAbout(child).getFirst().requester())
                .isEqualTo("cambridgeshire-county-council");
        await().until(() -> HUB.outcomes(item).contains(Outcome.DELIVERED));
        assertThat(HUB.settled(item).getLast().contentHash())
                .isEqualTo(Hashes.sha256(collected.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void collectedTwiceIsDecidedTwice() {
        UUID item = waiting();
        HUB.read("/mailbox/" + item, COUNCIL);

        assertThat(HUB.read("/mailbox/" + item, COUNCIL).statusCode()).isEqualTo(200);

        assertThat(HUB.consentService.askedAbout(child))
                .extracting(it -> it.attempt())
                .containsExactly(1, 2);
    }

    @Test
    void anotherPartnersItemIsNotThere() {
        UUID item = waiting();

        assertThat(HUB.read("/mailbox/" + item, NEIGHBOUR).statusCode()).isEqualTo(404);
        assertThat(HUB.submit("/mailbox/" + item + "/acknowledgement", NEIGHBOUR, "{}", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(HUB.read("/mailbox", NEIGHBOUR).body()).doesNotContain(item.toString());
        assertThat(HUB.read("/mailbox/" + UUID.randomUUID(), COUNCIL).statusCode())
                .isEqualTo(404);
        assertThat(HUB.consentService.askedAbout(child)).isEmpty();
    }

    @Test
    void whatMayNotBeDisclosedNowIsRefusedAndComesBackWithTheConsent() {
        UUID item = waiting();
        HUB.consentService.refuse(child, Missing.CONSENT);

        HttpResponse<String> refused = HUB.read("/mailbox/" + item, COUNCIL);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertFits("problem", refused.body());
        assertThat(TestHub.json(refused).path("missing").asString()).isEqualTo("consent");
        assertThat(refused.body()).doesNotContain("Marlow");
        await().until(() -> HUB.outcomes(item).contains(Outcome.PARKED));

        HUB.consentService.permit(child);
        HUB.publish(new ConsentGiven(ConsentId.fresh(), child));
        await().until(() -> HUB.stateOf(item).equals("WAITING"));
        assertThat(HUB.read("/mailbox/" + item, COUNCIL).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasCollectedIsAcknowledgedOnce() {
        UUID item = waiting();
        String path = "/mailbox/" + item + "/acknowledgement";
        assertThat(HUB.submit(path, COUNCIL, "{}", null).statusCode())
                .as("not collected yet")
                .isEqualTo(409);
        HUB.read("/mailbox/" + item, COUNCIL);

        HttpResponse<String> first = HUB.submit(path, COUNCIL, "{\"by\":\"Duty team\",\"reference\":\"C-1\"}", null);
        HttpResponse<String> second = HUB.submit(path, COUNCIL, "{\"by\":\"Duty team\"}", null);

        assertThat(first.statusCode()).isEqualTo(200);
        assertFits("acknowledged", first.body());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(HUB.read("/mailbox", COUNCIL).body()).doesNotContain(item.toString());
    }

    @Test
    void aStrangerIsRefused() {
        String wrongScope = TestIssuer.shared()
                .partner("cambridgeshire-county-council", "referral.read")
                .signed();
        String wrongAudience = TestIssuer.shared()
                .partner("cambridgeshire-county-council", "mailbox.read")
                .audience("elsewhere")
                .signed();

        assertThat(HUB.read("/mailbox", wrongScope).statusCode()).isEqualTo(403);
        assertThat(HUB.read("/mailbox", wrongAudience).statusCode()).isIn(401, 403);
        assertThat(HUB.read("/internal/directory", COUNCIL).statusCode()).isIn(401, 403);
    }

    @Test
    void theServicesReadTheDirectory() {
        String service = TestIssuer.shared()
                .service("referral-service", "internal.directory")
                .signed();

        JsonNode directory = TestHub.json(HUB.read("/internal/directory", service));

        assertThat(directory.path("partners").findValuesAsString("id"))
                .contains("cpft", "fenland-academy", "cambridgeshire-county-council");
        assertThat(directory.path("recipients").findValuesAsString("id")).contains("cpft-camhs");
    }

    @Test
    void receiversReadTheKeys() {
        JsonNode keys = TestHub.json(HUB.read("/webhook-keys", COUNCIL)).path("keys");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.path(0).path("crv").asString()).isEqualTo("Ed25519");
        assertThat(keys.path(0).has("d")).isFalse();
    }

    private UUID waiting() {
        UUID item = HUB.request(child, TestHub.DIRECTOR, source);
        await().until(() -> HUB.outcomes(item).contains(Outcome.WAITING_IN_MAILBOX));
        return item;
    }

    private static JsonNode listed(String token, UUID item) {
        for (JsonNode candidate :
                TestHub.json(HUB.read("/mailbox?limit=200", token)).path("items")) {
            if (candidate.path("id").asString().equals(item.toString())) {
                return candidate;
            }
        }
        throw new AssertionError("The item is not listed.");
    }
}
