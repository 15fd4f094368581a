package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two instances; the larger sizes are bin/prove's. */
class WithdrawalBarrierIT {

    private static final int ROUNDS = 4;
    private static final int DISCLOSURES = 50;
    private static final String HUB = "early-help-hub-cambridgeshire";

    private static RunningService hub;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    /** A disclosure from asking to the end of sending, by this machine's clock. */
    private record Disclosure(long answeredAt, long endedAt, boolean permitted) {}

    @BeforeAll
    static void start() {
        hub = new RunningService();
        one = hub.startInstance();
        other = hub.startInstance();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static PersonId child() {
        PersonId person = PersonId.fresh();
        hub.knows(person, LocalDate.now(Clock.systemUTC()).minusYears(15).minusDays(40), false);
        return person;
    }

    private static String consentOf(PersonId child) {
        return hub.send("/consents", Bodies.consent(child), RunningService.school())
                .json()
                .path("id")
                .asString();
    }

    @Test
    void nothingGoesOnAfterTheAcknowledgementAndNothingIsRefusedBeforeTheWithdrawal() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            PersonId child = child();
            String consent = consentOf(child);
            ConcurrentLinkedQueue<Disclosure> disclosures = new ConcurrentLinkedQueue<>();
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < DISCLOSURES; i++) {
                ConfigurableApplicationContext instance = i % 2 == 0 ? one : other;
                senders.add(Thread.startVirtualThread(() -> disclosures.add(disclose(instance, child))));
            }
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(150)));
            long begun = System.nanoTime();
            Answer withdrawn = hub.send(
                    other, "/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());
            long acknowledged = System.nanoTime();
            for (Thread sender : senders) {
                sender.join();
            }
            disclosures.add(disclose(one, child));

            assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
            assertThat(disclosures).hasSize(DISCLOSURES + 1);
            assertThat(disclosures).allSatisfy(it -> {
                if (it.permitted()) {
                    assertThat(it.endedAt())
                            .as("ended after the acknowledgement")
                            .isLessThanOrEqualTo(acknowledged);
                } else {
                    assertThat(it.answeredAt())
                            .as("refused before the withdrawal")
                            .isGreaterThanOrEqualTo(begun);
                }
            });
        }
    }

    /** Asks, sends for a while where it may, and says that it has ended. */
    private static Disclosure disclose(ConfigurableApplicationContext instance, PersonId child) {
        JsonNode answer = hub.send(
                        instance,
                        "/internal/decisions",
                        Bodies.decision(child, HUB, "early-help-support", "identity"),
                        RunningService.service())
                .json();
        long answeredAt = System.nanoTime();
        boolean permitted = answer.path("outcome").asString().equals("PERMIT");
        if (permitted) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(100)));
        }
        long endedAt = System.nanoTime();
        if (permitted) {
            hub.settle(child, answer.path("decision").asString(), HUB, "early-help-support");
        }
        return new Disclosure(answeredAt, endedAt, permitted);
    }

    /** A sender died: nobody closes its permit, so the withdrawal waits until it has expired. */
    @Test
    void permitThatNobodyClosesIsWaitedForUntilItExpires() {
        PersonId child = child();
        String consent = consentOf(child);
        Map<String, Object> question = Bodies.decision(child, HUB, "early-help-support", "identity");
        JsonNode decided = hub.send("/internal/decisions", question, RunningService.service())
                .json();
        assertThat(decided.path("outcome").asString()).isEqualTo("PERMIT");
        var expires = Instant.parse(decided.path("expiresAt").asString());

        long begun = System.nanoTime();
        Answer withdrawn =
                hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(Clock.systemUTC().instant()).isAfter(expires);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        assertThat(withdrawn.json().path("holdings").path(0).path("recipient").asString())
                .as("what may have arrived is named")
                .isEqualTo(HUB);
    }
}
