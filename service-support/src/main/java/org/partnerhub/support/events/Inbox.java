package org.partnerhub.support.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.support.logging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Takes each event once: the row that remembers it commits with the effect, or neither does. What fails is tried again. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int WINDOW = 20;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Traces traces;
    private final Map<String, Consumer<HubEvent>> handlers;
    private final Duration kept;

    /**
     * The inbox of one service.
     *
     * @param kept how long a done event is remembered; a later duplicate would count as new
     */
    Inbox(
            JdbcClient database,
            TransactionOperations transactions,
            Traces traces,
            List<EventSubscription> subscriptions,
            Duration kept) {
        this.database = database;
        this.transactions = transactions;
        this.traces = traces;
        this.handlers = subscriptions.stream()
                .collect(Collectors.toMap(it -> it.type().routingKey(), EventSubscription::handler));
        this.kept = kept;
    }

    /**
     * Takes an event from the broker. Returns when its effect, or its place among those to try again, is committed.
     *
     * @throws EventMessage.Unreadable where trying again would not help
     */
    void take(EventMessage message) {
        HubEvent event = message.event();
        traces.continued(message, () -> {
            try {
                transactions.executeWithoutResult(transaction -> first(message, event));
            } catch (RuntimeException failure) {
                keep(message, failure);
            }
        });
    }

    private void first(EventMessage message, HubEvent event) {
        int fresh = database.sql(
                        "insert into inbox (id, type, done_at) values (?, ?, now()) on conflict (id) do nothing")
                .params(message.id(), message.type())
                .update();
        if (fresh == 1) {
            handle(message, event);
        }
    }

    private void handle(EventMessage message, HubEvent event) {
        var handler = handlers.get(message.type());
        if (handler == null) {
            throw new EventMessage.Unreadable(message.id().toString());
        }
        handler.accept(event);
    }

    private void keep(EventMessage message, RuntimeException failure) {
        LOG.warn(
                "A {} is kept to be tried again: {}",
                message.type(),
                failure.getClass().getName());
        database.sql("""
                        insert into inbox (id, type, body, correlation_id, traceparent, attempts, due_at, error)
                        values (:id, :type, :body, :correlation, :trace, 1, now() + interval '1 second', :error)
                        on conflict (id) do nothing""")
                .param("id", message.id())
                .param("type", message.type())
                .param("body", message.body())
                .param("correlation", message.correlationId())
                .param("trace", message.traceparent())
                .param("error", failure.getClass().getName())
                .update();
    }

    /** Tries again what is due; true where there may be more. */
    boolean retry() {
        List<EventMessage> due = database.sql("""
                        update inbox set due_at = now() + make_interval(secs => :lease)
                        where id in (select id from inbox where done_at is null and due_at <= now()
                                     order by due_at limit :most for update skip locked)
                        returning id, type, body, correlation_id, traceparent""")
                .param("lease", (double) LEASE.toSeconds())
                .param("most", WINDOW)
                .query((row, number) -> EventMessage.of(row, number))
                .list();
        due.forEach(message -> traces.continued(message, () -> again(message)));
        return due.size() == WINDOW;
    }

    private void again(EventMessage message) {
        try {
            transactions.executeWithoutResult(transaction -> {
                if (isMine(message)) {
                    handle(message, message.event());
                    done(message);
                }
            });
        } catch (RuntimeException failure) {
            LOG.warn("A {} failed again: {}", message.type(), Faults.described(failure));
            postpone(message, failure);
        }
    }

    private boolean isMine(EventMessage message) {
        return database.sql("select 1 from inbox where id = ? and done_at is null for update skip locked")
                .param(message.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void done(EventMessage message) {
        database.sql("update inbox set done_at = now(), body = null, due_at = null, error = null where id = ?")
                .param(message.id())
                .update();
    }

    /** Twice as long each time, up to five minutes, give or take a quarter. */
    private void postpone(EventMessage message, RuntimeException failure) {
        database.sql("""
                        update inbox set attempts = attempts + 1, error = :error,
                            due_at = now() + make_interval(secs => least(300, 2 ^ least(attempts, 9)) * (0.75 + random() / 2))
                        where id = :id and done_at is null""")
                .param("error", failure.getClass().getName())
                .param("id", message.id())
                .update();
    }

    /** Forgets what was done long ago; true where there may be more. */
    boolean forget() {
        return database.sql("""
                        delete from inbox where id in (
                            select id from inbox where done_at < now() - make_interval(secs => :kept) limit 1000)""").param("kept", (double) kept.toSeconds()).update() == 1000;
    }

    long waiting() {
        return database.sql("select count(*) from inbox where done_at is null")
                .query(Long.class)
                .single();
    }
}
