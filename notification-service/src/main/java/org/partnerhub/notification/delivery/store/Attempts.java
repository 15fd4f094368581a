package org.partnerhub.notification.delivery.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Next;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the attempts came to, one row each, and where that leaves the delivery. */
@Repository
public class Attempts {

    private final JdbcClient database;

    Attempts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Moves the delivery on. What was refused for want of something is due again at once where news of a
     * consent, a release or an agreement has come since it was asked.
     *
     * @return where it stands now; nothing where another worker has taken it over
     */
    public Optional<DeliveryState> moveOn(Delivery delivery, Next next) {
        Missing missing = next.missing();
        Duration wait = next.after();
        return database.sql("""
                        update delivery
                           set state = case when :state = 'PARKED' and news
                                            then case channel when 'MAILBOX' then 'WAITING' else 'DUE' end
                                            else :state end,
                               missing = case when :state <> 'PARKED' or news then null else :missing end,
                               due_at = now() + :wait * interval '1 millisecond',
                               lease_until = null,
                               failures = failures + :failure,
                               reason = :reason
                         where id = :id and attempts = :attempt and (state = 'SENDING' or channel = 'MAILBOX')
                        returning state
                        """)
                .param("id", delivery.id().value())
                .param("attempt", delivery.attempt())
                .param("state", next.state().name())
                .param("missing", missing == null ? null : missing.name())
                .param("wait", wait == null ? 0 : wait.toMillis())
                .param("failure", next.failed() ? 1 : 0)
                .param("reason", next.reason())
                .query((row, _) -> DeliveryState.valueOf(row.getString("state")))
                .optional();
    }

    /** Keeps what an attempt came to, for operators; the first word on an attempt stands. */
    public void keep(Delivery delivery, Next next, @Nullable Instant startedAt) {
        DecisionId decision = next.decision();
        Missing missing = next.missing();
        database.sql("""
                        insert into delivery_attempt (delivery, attempt, outcome, decision, missing, reason, content_hash,
                                                      acknowledgement, started_at)
                        values (:delivery, :attempt, :outcome, :decision, :missing, :reason, :contentHash,
                                :acknowledgement, coalesce(:startedAt, now()))
                        on conflict (delivery, attempt) do nothing
                        """)
                .param("delivery", delivery.id().value())
                .param("attempt", delivery.attempt())
                .param(
                        "outcome",
                        next.told() == null ? "POSTPONED" : next.told().name())
                .param("decision", decision == null ? null : decision.value())
                .param("missing", missing == null ? null : missing.name())
                .param("reason", next.reason())
                .param("contentHash", next.contentHash())
                .param("acknowledgement", next.acknowledgement())
                .param("startedAt", DeliveryRows.timestamp(startedAt))
                .update();
    }

    /** Keeps that an attempt ended without a word. */
    public void keepLost(Delivery delivery, String reason) {
        database.sql("""
                        insert into delivery_attempt (delivery, attempt, outcome, reason, started_at)
                        values (:delivery, :attempt, 'UNKNOWN', :reason, now())
                        on conflict (delivery, attempt) do nothing
                        """)
                .param("delivery", delivery.id().value())
                .param("attempt", delivery.attempt())
                .param("reason", reason)
                .update();
    }
}
