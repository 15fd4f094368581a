package org.partnerhub.fhir.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.fhir.Disclosures;
import org.partnerhub.fhir.exchange.Exchange;
import org.partnerhub.fhir.exchange.store.ReceivedMessages.Claim;
import org.partnerhub.fhir.exchange.store.ReceivedMessages.Pair;
import org.partnerhub.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the stores promise, on the migrated database and with no more rights than the service has. */
class StoresIT {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private static JdbcClient database;

    private Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private ReceivedMessages received;
    private UsedPermits permits;
    private Exchanges exchanges;
    private final Pair pair = new Pair("cpft", UUID.randomUUID(), UUID.randomUUID());
    private final ReferralId referral = ReferralId.fresh();

    @BeforeAll
    static void migrated() {
        TestDatabase fresh = TestDatabase.fresh("fhir");
        Flyway.configure()
                .dataSource(fresh.url(), fresh.owner().user(), fresh.owner().password())
                .locations("classpath:db/fhir")
                .placeholders(Map.of("serviceRole", fresh.service().user()))
                .load()
                .migrate();
        database = JdbcClient.create(new DriverManagerDataSource(
                fresh.url(), fresh.service().user(), fresh.service().password()));
    }

    @BeforeEach
    void stores() {
        received = new ReceivedMessages(database, clock);
        permits = new UsedPermits(database, clock);
        exchanges = new Exchanges(database);
    }

    @Test
    void aPairIsClaimedOnceAndTakenForGood() {
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.OURS);
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.IN_HAND);

        received.settle(pair, referral);
        now = NOW.plus(Duration.ofDays(1));

        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.TAKEN);
        assertThat(received.messageOf(referral)).contains("m1");
        assertThat(received.referralOf("cpft", pair.correlation())).contains(referral);
        assertThat(received.referralOf("another", pair.correlation())).isEmpty();
    }

    @Test
    void whatWasReleasedMayComeAgainAndWhatWasTakenIsNeverReleased() {
        received.claim(pair, "m1");
        received.release(pair);
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.OURS);

        received.settle(pair, null);
        received.release(pair);
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.TAKEN);
    }

    @Test
    void aClaimThatNobodySettledLapses() {
        received.claim(pair, "m1");
        now = NOW.plusSeconds(29);
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.IN_HAND);

        now = NOW.plusSeconds(31);
        assertThat(received.claim(pair, "m1")).isEqualTo(Claim.OURS);
    }

    @Test
    void ofManyAtOnceOneClaimsThePair() throws Exception {
        assertThat(atOnce(() -> received.claim(pair, "m1")))
                .containsOnlyOnce(Claim.OURS)
                .doesNotContain(Claim.TAKEN);
    }

    @Test
    void aPermitIsGoodOnceWhoeverComesFirst() throws Exception {
        Permit permit = permit(NOW.plusSeconds(20));

        assertThat(atOnce(() -> isUsable(permit))).containsOnlyOnce(true);
    }

    @Test
    void aPermitIsRememberedUntilItsDateAloneRefusesIt() throws PermitRefused {
        Permit permit = permit(NOW.plusSeconds(20));
        permits.use(permit);

        now = NOW.plusSeconds(79);
        permits.forgetExpired();
        assertThatExceptionOfType(PermitRefused.class).isThrownBy(() -> permits.use(permit));

        now = NOW.plusSeconds(81);
        permits.forgetExpired();
        assertThat(isUsable(permit)).isTrue();
    }

    @Test
    void everyAttemptHasTheCorrelationOfTheFirst() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        UUID first = UUID.randomUUID();

        assertThat(exchanges.attempt(disclosure, first).isRepeated()).isFalse();
        Exchange second = exchanges.attempt(disclosure, UUID.randomUUID());

        assertThat(second.correlation()).isEqualTo(first);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.taken()).isFalse();
        exchanges.taken(disclosure.delivery());
        assertThat(exchanges.of(disclosure.delivery())).hasValueSatisfying(it -> {
            assertThat(it.taken()).isTrue();
            assertThat(it.purpose()).isEqualTo(disclosure.purpose().value());
        });
        assertThat(exchanges.about(Exchange.referralOf(disclosure).orElseThrow()))
                .extracting(Exchange::message)
                .containsExactly(disclosure.delivery());
    }

    private boolean isUsable(Permit permit) {
        try {
            permits.use(permit);
            return true;
        } catch (PermitRefused before) {
            return false;
        }
    }

    private static Permit permit(Instant expires) {
        return new Permit(
                UUID.randomUUID(),
                PersonId.fresh(),
                Disclosures.CAMHS,
                UUID.randomUUID(),
                1,
                new Purpose("mental-health-specialist"),
                Set.of(Category.IDENTITY),
                GroundKind.EXPLICIT_CONSENT,
                new DecisionId(UUID.randomUUID()),
                expires);
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all =
                    threads.invokeAll(Stream.generate(() -> call).limit(8).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }
}
