package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.partnerhub.transparency.Checkpoint;
import tools.jackson.databind.JsonNode;

/** Officers see what was signed, whether sealing goes on, and which partners could tell if the log were rolled back. */
class CheckpointsIT {

    private static final String CHECKPOINTS = "/log/checkpoints";

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anOfficerSeesEachCheckpointAndThatNothingWaits() throws Checkpoint.NotVerified {
        long before = sealedAfter(decided());
        long after = sealedAfter(decided());

        JsonNode items = list("").path("items");
        assertThat(items.valueStream().map(it -> it.path("size").asLong()))
                .contains(before, after)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        Checkpoint latest = Checkpoint.open(
                items.path(0).path("note").asString(),
                List.of(Checkpoint.verificationKey("partnerhub.example/disclosure-log", RunningService.LOG_KEY)));
        assertThat(latest.size()).isEqualTo(items.path(0).path("size").asLong());

        JsonNode older = list("?limit=1&below=" + after).path("items");
        assertThat(older.size()).isEqualTo(1);
        assertThat(older.path(0).path("size").asLong()).isLessThan(after);
    }

    @Test
    void aPartnerThatFetchesACheckpointIsAWitnessOfIt() {
        sealedAfter(decided());
        assertThat(hub.read("/log/checkpoint", RunningService.partner("cpft")).status())
                .isEqualTo(200);
        long first = witness("cpft").path("size").asLong();
        long grown = sealedAfter(decided());
        hub.read("/log/checkpoint", RunningService.officer());
        assertThat(witness("cpft").path("size").asLong()).isEqualTo(first);

        hub.read("/log/checkpoint", RunningService.partner("cpft"));
        assertThat(witness("cpft").path("size").asLong()).isGreaterThanOrEqualTo(grown);
    }

    @Test
    void onlyOfficersSeeWhoWitnesses() {
        assertThat(hub.read(CHECKPOINTS, RunningService.partner("cpft")).status())
                .isEqualTo(403);
        assertThat(hub.read(CHECKPOINTS + "?limit=201", RunningService.officer())
                        .status())
                .isEqualTo(400);
    }

    private static JsonNode list(String query) {
        Answer answer = hub.read(CHECKPOINTS + query, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("sealing", answer.text());
        return answer.json();
    }

    private static JsonNode witness(String partner) {
        return list("").path("witnesses")
                .valueStream()
                .filter(it -> it.path("witness").asString().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static String decided() {
        return hub.send(
                        "/internal/decisions",
                        Bodies.decision(
                                PersonId.fresh(), "cambridgeshire-directors-office", "section-85-notice", "identity"),
                        RunningService.service())
                .json()
                .path("decision")
                .asString();
    }

    /** Waits until the entry is sealed; answers how many entries the latest checkpoint then covers. */
    private static long sealedAfter(String entry) {
        Awaitility.await("the entry is under a checkpoint")
                .atMost(Duration.ofSeconds(20))
                .until(() -> hub.read("/log/entries/" + entry + "/proof", RunningService.officer())
                                .status()
                        == 200);
        return list("").path("items").path(0).path("size").asLong();
    }
}
