package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.PersonId;

class UnsettledDisclosuresIT {

    @Test
    void aPermitOfWhichNobodySaidHowItEndedIsLoggedAsUnknown() {
        MovableClock clock = new MovableClock();
        PersonId child = PersonId.fresh();
        try (RunningService hub = new RunningService(clock, "--hub.permit.look-every=200ms")) {
            hub.send(
                    "/internal/decisions",
                    Bodies.decision(child, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay"),
                    RunningService.service());
            assertThat(entriesAbout(child, hub)).doesNotContain("never-told");

            clock.moveTo(clock.today().plusDays(1));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(entriesAbout(child, hub)).containsOnlyOnce("never-told"));
        }
    }

    private static String entriesAbout(PersonId child, RunningService hub) {
        return hub.send("/log/searches", Map.of("person", child, "reason", "Sampling"), RunningService.officer())
                .text();
    }
}
