package org.partnerhub.support.events;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox in PostgreSQL. */
final class StoredOutbox implements Outbox {

    private final JdbcClient database;
    private final Traces traces;
    private Runnable nudge = () -> {};

    StoredOutbox(JdbcClient database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    /** Calls the relay as soon as a transaction with an event has committed. */
    void onCommit(Runnable relay) {
        this.nudge = relay;
    }

    @Override
    public UUID publish(HubEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("An event is published only in the transaction that caused it.");
        }
        var message = EventMessage.of(event, MDC.get(CorrelationFilter.MDC_KEY), traces.current());
        database.sql(
                        "insert into outbox (id, type, body, correlation_id, traceparent) values (:id, :type, :body, :correlation, :trace)")
                .param("id", message.id())
                .param("type", message.type())
                .param("body", message.body())
                .param("correlation", message.correlationId())
                .param("trace", message.traceparent())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.run();
            }
        });
        return message.id();
    }

    /** Takes rows that are due; nobody else takes them before the lease ends. */
    List<EventMessage> claim(int most, Duration lease) {
        return database.sql("""
                        update outbox set due_at = now() + make_interval(secs => :lease), attempts = attempts + 1
                        where id in (select id from outbox where due_at <= now()
                                     order by due_at limit :most for update skip locked)
                        returning id, type, body, correlation_id, traceparent""")
                .param("lease", (double) lease.toSeconds())
                .param("most", most)
                .query((row, number) -> EventMessage.of(row, number))
                .list();
    }

    void confirmed(Collection<UUID> ids) {
        database.sql("delete from outbox where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Tries again later, each time after twice as long, up to a minute. */
    void failed(Collection<UUID> ids) {
        database.sql("""
                        update outbox set due_at = now() + make_interval(secs => least(60, 0.5 * 2 ^ least(attempts, 8)))
                        where id = any(:ids)""").param("ids", ids.toArray(UUID[]::new)).update();
    }

    long depth() {
        return database.sql("select count(*) from outbox").query(Long.class).single();
    }

    /** Age of the oldest event that waits. */
    Duration age() {
        return database.sql("select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox")
                .query((row, number) -> Duration.ofMillis(Math.round(row.getDouble(1) * 1000)))
                .single();
    }
}
