package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.consent.log.store.Sequencer;
import org.partnerhub.contracts.identity.PersonId;

class StoppedCheckpointsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void consentWaitsUntilTheLogIsSealedAgainAndStatutoryDutyDoesNot() {
        try (RunningService hub = new RunningService(
                "--hub.log.sequence-every=1h", "--hub.log.stop-consent-after=1s", "--hub.log.watch-every=100ms")) {
            PersonId child = PersonId.fresh();
            Map<String, Object> notice =
                    Bodies.decision(child, "cambridgeshire-directors-office", "section-85-notice", "identity");
            Map<String, Object> help =
                    Bodies.decision(child, "early-help-hub-cambridgeshire", "early-help-support", "identity");
            hub.send("/internal/decisions", notice, RunningService.service());

            await().atMost(SOON).untilAsserted(() -> {
                Answer waits = hub.send("/internal/decisions", help, RunningService.service());
                assertThat(waits.status()).isEqualTo(503);
                assertThat(waits.text()).contains("log-stopped");
            });
            Answer goes = hub.send("/internal/decisions", notice, RunningService.service());
            assertThat(goes.json().path("outcome").asString()).isEqualTo("PERMIT");
            Answer found =
                    hub.send("/log/searches", Map.of("person", child, "reason", "Test"), RunningService.officer());
            assertThat(found.text()).contains("\"sequencing\":\"unsequenced\"");

            lifeAtRiskDoesNotWait(hub);

            await().atMost(SOON).untilAsserted(() -> {
                hub.bean(Sequencer.class).integrate();
                assertThat(hub.send("/internal/decisions", help, RunningService.service())
                                .status())
                        .isEqualTo(200);
            });
        }
    }

    /** Not even for an agreement; and a consent is not relied on meanwhile. */
    private static void lifeAtRiskDoesNotWait(RunningService hub) {
        PersonId child = PersonId.fresh();
        hub.knows(child, LocalDate.of(2012, 3, 4), false);
        hub.send("/consents", Bodies.consent(child), RunningService.school());
        Map<String, Object> question = Bodies.decision(
                child, "early-help-hub-cambridgeshire", "early-help-support", "identity", "voice", "plan");
        assertThat(hub.send("/internal/decisions", question, RunningService.service())
                        .status())
                .isEqualTo(503);

        Map<String, Object> override = Officers.override(child);
        override.put("ground", "vital-interests");
        assertThat(hub.send("/overrides", override, Officers.approver()).status())
                .isEqualTo(201);
        Answer goes = hub.send("/internal/decisions", question, RunningService.service());

        assertThat(goes.json().path("outcome").asString()).as(goes.text()).isEqualTo("PARTIAL");
        assertThat(goes.json().path("ground").asString()).isEqualTo("override");
        assertThat(goes.text()).doesNotContain("\"consent/");
    }
}
