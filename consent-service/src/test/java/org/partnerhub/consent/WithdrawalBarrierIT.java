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
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two instances on one database. */
class WithdrawalBarrierIT {

    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));
    private static final int ROUNDS = FULL ? 50 : 4;
    private static final int AT_ONCE = FULL ? 200 : 50;

    /** One in so many of what goes on at once is a withdrawal, the others are disclosures. */
    private static final int WITHDRAWALS = 20;

    /** One in so many senders is slow. */
    private static final int SLOW = 25;

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

    /** A withdrawal from asking to its acknowledgement. */
    private record Withdrawn(long begunAt, long acknowledgedAt, Answer answer) {}

    @Test
    @Tag("proof-withdrawal-barrier")
    void nothingGoesOnAfterTheAcknowledgementAndNothingIsRefusedBeforeTheWithdrawal() throws InterruptedException {
        long permitted = 0;
        long refused = 0;
        long longest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            PersonId child = child();
            String consent = consentOf(child);
            ConcurrentLinkedQueue<Disclosure> disclosures = new ConcurrentLinkedQueue<>();
            ConcurrentLinkedQueue<Withdrawn> withdrawals = new ConcurrentLinkedQueue<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                ConfigurableApplicationContext instance = i % 2 == 0 ? one : other;
                boolean withdraws = i % WITHDRAWALS == WITHDRAWALS / 2;
                boolean slow = i % SLOW == 0;
                threads.add(Thread.startVirtualThread(() -> {
                    pause(AT_ONCE * 2);
                    if (withdraws) {
                        pause(AT_ONCE * 2);
                        withdrawals.add(withdraw(instance, consent));
                    } else {
                        disclosures.add(disclose(instance, child, slow));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            disclosures.add(disclose(one, child, false));

            assertThat(disclosures.size() + withdrawals.size())
                    .as("none of them failed")
                    .isEqualTo(AT_ONCE + 1);
            assertThat(withdrawals)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.answer().status())
                            .as(it.answer().text())
                            .isEqualTo(200));
            assertThat(withdrawals)
                    .extracting(it -> it.answer().json().path("holdings"))
                    .as("each names the same")
                    .containsOnly(withdrawals.peek().answer().json().path("holdings"));
            long begun =
                    withdrawals.stream().mapToLong(Withdrawn::begunAt).min().orElseThrow();
            long acknowledged = withdrawals.stream()
                    .mapToLong(Withdrawn::acknowledgedAt)
                    .min()
                    .orElseThrow();
            assertThat(disclosures).allSatisfy(it -> {
                if (it.permitted()) {
                    assertThat(it.endedAt())
                            .as("ended after an acknowledgement")
                            .isLessThanOrEqualTo(acknowledged);
                } else {
                    assertThat(it.answeredAt())
                            .as("refused before any withdrawal")
                            .isGreaterThanOrEqualTo(begun);
                }
            });
            permitted += disclosures.stream().filter(Disclosure::permitted).count();
            refused += disclosures.stream().filter(it -> !it.permitted()).count();
            longest = Math.max(longest, acknowledged - begun);
        }
        assertThat(permitted).isPositive();
        assertThat(refused).isGreaterThan(ROUNDS);
        System.out.printf(
                "proof withdrawal-barrier: %d rounds of %d at once on two instances; %d disclosures permitted, %d refused; none went"
                        + " on after an acknowledgement, none was refused before a withdrawal; first acknowledgement after at most"
                        + " %d ms%n",
                ROUNDS, AT_ONCE, permitted, refused, TimeUnit.NANOSECONDS.toMillis(longest));
    }

    /** So many at once are more than its connections: 503 says that nothing was done, and whoever asks asks again. */
    private static Answer untilItHasRoom(Supplier<Answer> question) {
        Answer answer = question.get();
        for (int again = 0; answer.status() == 503 && again < 100; again++) {
            pause(200);
            answer = question.get();
        }
        return answer;
    }

    private static void pause(int mostMillis) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(mostMillis)));
    }

    private static Withdrawn withdraw(ConfigurableApplicationContext instance, String consent) {
        long begun = System.nanoTime();
        Answer answer = untilItHasRoom(() -> hub.send(
                instance, "/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school()));
        return new Withdrawn(begun, System.nanoTime(), answer);
    }

    /** Asks, sends for a while where it may, and says that it has ended. */
    private static Disclosure disclose(ConfigurableApplicationContext instance, PersonId child, boolean slow) {
        Answer answer = untilItHasRoom(() -> hub.send(
                instance,
                "/internal/decisions",
                Bodies.decision(child, HUB, "early-help-support", "identity"),
                RunningService.service()));
        long answeredAt = System.nanoTime();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        boolean permitted = answer.json().path("outcome").asString().equals("PERMIT");
        if (permitted) {
            pause(slow ? 3_000 : 100);
        }
        long endedAt = System.nanoTime();
        if (permitted) {
            hub.settle(child, answer.json().path("decision").asString(), HUB, "early-help-support");
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
