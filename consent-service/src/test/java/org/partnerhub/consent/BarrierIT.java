package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.ending.Ending;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.ending.store.Barrier;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.PersonUnmerged;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.support.events.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the barrier promises beside withdrawals: narrowing, refusals that come later, and people who are one. */
class BarrierIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HUB = "early-help-hub-cambridgeshire";

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
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

    private static ConsentId consentOf(PersonId child) {
        Answer recorded = hub.send("/consents", Bodies.consent(child), RunningService.school());
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return new ConsentId(UUID.fromString(recorded.json().path("id").asString()));
    }

    private static JsonNode decide(PersonId child, String... categories) {
        return hub.send(
                        "/internal/decisions",
                        Bodies.decision(child, HUB, "early-help-support", categories),
                        RunningService.service())
                .json();
    }

    private static String outcome(PersonId child) {
        return decide(child, "identity").path("outcome").asString();
    }

    private static EndingId stop(Ending ending) {
        return Objects.requireNonNull(hub.bean(TransactionTemplate.class)
                .execute(status -> hub.bean(Barrier.class).stop(ending)));
    }

    private static Set<Category> planOnly(Reliance reliance) {
        return reliance.categories().contains(Category.PLAN) ? Set.of(Category.PLAN) : Set.of();
    }

    @Test
    void narrowingWaitsOnlyForWhatEndsAndNamesOnlyThat() {
        PersonId child = child();
        ConsentId consent = consentOf(child);
        String before = decide(child, "identity", "plan").path("decision").asString();
        decide(child, "identity");

        EndingId ending = stop(Ending.narrowed(consent, child, BarrierIT::planOnly));
        CompletableFuture<Ended> ended =
                CompletableFuture.supplyAsync(() -> hub.bean(Barrier.class).await(ending));
        assertThat(ended).isNotDone();
        hub.settle(child, before, HUB, "early-help-support");

        assertThat(ended)
                .as("the open permit for identity alone is not waited for")
                .succeedsWithin(Duration.ofSeconds(10))
                .isInstanceOfSatisfying(
                        Ended.Acknowledged.class,
                        it -> assertThat(it.holdings())
                                .singleElement()
                                .satisfies(holding ->
                                        assertThat(holding.categories()).containsExactly(Category.PLAN)));
        assertThat(hub.published("consent.narrowed", child)).isEqualTo(1);
        assertThat(hub.bean(Barrier.class).await(ending))
                .as("a second time answers like the first")
                .isEqualTo(ended.join());
        assertThat(hub.published("consent.narrowed", child)).isEqualTo(1);
    }

    @Test
    void laterRefusalTellsThoseWhoHoldWhatItCovers() {
        PersonId child = child();
        ConsentId consent = consentOf(child);
        String before = decide(child, "identity", "plan").path("decision").asString();
        hub.settle(child, before, HUB, "early-help-support");
        EndingId ending = stop(Ending.superseded(consent, child, BarrierIT::planOnly));
        assertThat(hub.bean(Barrier.class).await(ending)).isInstanceOfSatisfying(Ended.Acknowledged.class, it -> {
            assertThat(it.consent()).isEqualTo(consent);
            assertThat(it.holdings())
                    .extracting(Holding::recipient)
                    .extracting(Object::toString)
                    .containsExactly(HUB);
        });
        assertThat(hub.published("consent.withdrawn", child)).isEqualTo(1);
    }

    /** Its process died after stopping and before acknowledging. */
    @Test
    void whatAKilledProcessLeftIsAcknowledgedByAnother() {
        PersonId child = child();
        ConsentId consent = consentOf(child);
        stop(Ending.withdrawn(consent, child));
        try (var owner = hub.database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "UPDATE consent_ending SET stopped_at = stopped_at - interval '1 minute' WHERE consent = '"
                            + consent + "'");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
        await().atMost(SOON).until(() -> hub.published("consent.withdrawn", child) == 1);
    }

    @Test
    void afterAMergeEitherIdHasTheOthersConsentAndAfterAnUnmergeItsOwn() {
        PersonId one = child();
        ConsentId consent = consentOf(one);
        PersonId other = child();
        assertThat(outcome(other)).isEqualTo("REFUSE");

        publish(new PersonMerged(one, other));
        await().atMost(SOON).until(() -> outcome(other).equals("PERMIT"));
        assertThat(outcome(one)).isEqualTo("PERMIT");
        assertThat(Stream.of(one, other))
                .allSatisfy(it -> assertThat(hub.published("consents.changed", it))
                        .as("what waits is decided again")
                        .isEqualTo(1));
        assertThat(kinds(other)).as("their entries are one person's").contains("consent-given", "person-merged");

        publish(new PersonUnmerged(one, other));
        await().atMost(SOON).until(() -> outcome(other).equals("REFUSE"));
        assertThat(outcome(one)).isEqualTo("PERMIT");
        assertThat(kinds(other)).doesNotContain("consent-given").contains("person-merged", "person-unmerged");

        Answer withdrawn =
                hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        assertThat(withdrawn.status())
                .as("it waited for what was permitted about the other id")
                .isEqualTo(200);
        assertThat(outcome(one)).isEqualTo("REFUSE");
    }

    @Test
    void newestWordOfOnePersonCountsUnderBothIds() {
        PersonId one = child();
        consentOf(one);
        PersonId other = child();
        Map<String, Object> refusal = Bodies.consent(other);
        refusal.put("decision", "refused");
        assertThat(hub.send("/consents", refusal, RunningService.school()).status())
                .isEqualTo(201);
        assertThat(outcome(one)).isEqualTo("PERMIT");
        publish(new PersonMerged(other, one));
        await().atMost(SOON).until(() -> outcome(one).equals("REFUSE"));
    }

    /** One id's decisions hold the lock that the other's withdrawal needs. */
    @Test
    void withdrawalUnderOneIdWaitsForWhatIsUnderWayUnderTheOther() {
        PersonId one = child();
        ConsentId consent = consentOf(one);
        PersonId other = child();
        publish(new PersonMerged(one, other));
        await().atMost(SOON).until(() -> outcome(other).equals("PERMIT"));
        List<String> open = openPermits(consent);
        assertThat(open).isNotEmpty();

        CompletableFuture<Answer> withdrawn = CompletableFuture.supplyAsync(
                () -> hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school()));
        await().atMost(SOON).until(() -> outcome(other).equals("REFUSE"));
        assertThat(withdrawn).isNotDone();
        open.forEach(decision -> hub.settle(other, decision, HUB, "early-help-support"));
        assertThat(withdrawn.join().status()).isEqualTo(200);
    }

    /** News of the merge that it undoes comes later; both are kept and tried again. */
    @Test
    void unmergeThatComesFirstWaitsForItsMerge() {
        PersonId one = child();
        consentOf(one);
        PersonId other = child();
        publish(new PersonUnmerged(one, other));
        await().atMost(SOON)
                .until(() -> hub.bean(JdbcClient.class)
                                .sql("SELECT count(*) FROM inbox WHERE type = 'person.unmerged' AND done_at IS NULL")
                                .query(Long.class)
                                .single()
                        > 0);
        publish(new PersonMerged(one, other));
        await().atMost(SOON).until(() -> kinds(other).contains("person-unmerged"));
        assertThat(outcome(other)).isEqualTo("REFUSE");
    }

    private static void publish(HubEvent event) {
        hub.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> hub.bean(Outbox.class).publish(event));
    }

    private static List<String> openPermits(ConsentId consent) {
        return hub.bean(JdbcClient.class)
                .sql("SELECT decision::text FROM permit WHERE :consent = ANY (consents) AND closed_at IS NULL")
                .param("consent", consent.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<String> kinds(PersonId person) {
        return hub.send("/log/searches", Map.of("person", person, "reason", "Test of merges"), RunningService.officer())
                .json()
                .path("entries")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }
}
