package org.partnerhub.notification.delivery.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Duties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries in PostgreSQL; every time is the database's, so that instances need not agree on one. */
@Repository
public class Deliveries {

    private final JdbcClient database;

    Deliveries(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was added; a request that is known already is one delivery. */
    public boolean add(Delivery delivery) {
        PartnerId partner = delivery.partner();
        return database.sql("""
                        insert into delivery (id, subject, recipient, purpose, categories, source, partner, channel, state, due_by,
                                              correlation, traceparent)
                        values (:id, :subject, :recipient, :purpose, :categories, :source, :partner, :channel, :state, :dueBy,
                                :correlation, :traceparent)
                        on conflict (id) do nothing
                        """)
                        .param("id", delivery.id().value())
                        .param("subject", delivery.subject().value())
                        .param("recipient", delivery.recipient().value())
                        .param("purpose", delivery.purpose().value())
                        .param("categories", DeliveryRows.categories(delivery.categories()))
                        .param("source", delivery.source().toString())
                        .param("partner", partner == null ? null : partner.value())
                        .param("channel", delivery.channel().name())
                        .param("state", delivery.state().name())
                        .param("dueBy", DeliveryRows.timestamp(delivery.dueBy()))
                        .param("correlation", delivery.trail().correlation())
                        .param("traceparent", delivery.trail().traceparent())
                        .update()
                == 1;
    }

    /**
     * Takes it up that a request is about another id than before: its subject was merged into another person, or a merge was undone.
     * What is not finished is decided afresh under the new id; nothing where the id is the same or the delivery has ended.
     */
    public Optional<Delivery> becomesAbout(DeliveryId id, PersonId subject) {
        return database.sql("""
                        update delivery
                           set subject = :subject,
                               state = case when state <> 'PARKED' then state when channel = 'MAILBOX' then 'WAITING' else 'DUE' end,
                               due_at = case when state in ('PARKED', 'DUE') then now() else due_at end,
                               fresh_at = now(), missing = null, reason = null
                         where id = :id and subject <> :subject
                           and state in ('DUE', 'SENDING', 'WAITING', 'COLLECTED', 'PARKED', 'MANUAL')
                        returning *
                        """)
                .param("id", id.value())
                .param("subject", subject.value())
                .query(DeliveryRows::read)
                .optional();
    }

    /**
     * Takes due deliveries under a lease. Each recipient gives at most as many as it has room for, so that a long queue before
     * one recipient never stands before another. A recipient gives none while everybody who runs it is paused.
     */
    public List<Delivery> claim(Map<RecipientId, Integer> rooms, int batch, Duration lease) {
        List<Map.Entry<RecipientId, Integer>> entries = List.copyOf(rooms.entrySet());
        return database.sql("""
                        with room as (
                            select * from unnest(cast(:recipients as text[]), cast(:places as int[])) as room (recipient, places)
                             where recipient not in (select recipient from recipient_held)
                        ), picked as (
                            select due.id
                              from room
                             cross join lateral (select id
                                                   from delivery
                                                  where recipient = room.recipient and state = 'DUE' and due_at <= now()
                                                  order by due_at
                                                  limit room.places
                                                    for update skip locked) as due
                             limit :batch
                        )
                        update delivery
                           set state = 'SENDING', attempts = attempts + 1, news = false,
                               lease_until = now() + :lease * interval '1 millisecond'
                          from picked
                         where delivery.id = picked.id
                        returning delivery.*
                        """)
                .param(
                        "recipients",
                        entries.stream().map(it -> it.getKey().value()).toArray(String[]::new))
                .param("places", entries.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param("batch", batch)
                .param("lease", lease.toMillis())
                .query(DeliveryRows::read)
                .list();
    }

    /** Takes back what a worker held longer than its lease: it was killed, and what it did is unknown. */
    public List<Delivery> reclaim(int batch) {
        return database.sql("""
                        update delivery
                           set state = case when state = 'SENDING' then 'DUE' else state end,
                               due_at = now(), lease_until = null, failures = failures + 1
                         where id in (select id from delivery where lease_until < now() limit :batch for update skip locked)
                        returning *
                        """).param("batch", batch).query(DeliveryRows::read).list();
    }

    /** Starts the collection of a mailbox item as an attempt of its own; nothing where it is not there to be collected. */
    public Optional<Delivery> collect(DeliveryId id, Duration lease) {
        return database.sql("""
                        update delivery
                           set attempts = attempts + 1, news = false,
                               lease_until = now() + :lease * interval '1 millisecond'
                         where id = :id and channel = 'MAILBOX' and state in ('WAITING', 'COLLECTED', 'ACKNOWLEDGED', 'PARKED')
                        returning *
                        """)
                .param("id", id.value())
                .param("lease", lease.toMillis())
                .query(DeliveryRows::read)
                .optional();
    }

    /** The age of what is due to these recipients counts from now: it waited because it had to. */
    public void refresh(Collection<RecipientId> recipients) {
        database.sql("update delivery set fresh_at = now() where recipient = any(:recipients) and state = 'DUE'")
                .param("recipients", recipients.stream().map(RecipientId::value).toArray(String[]::new))
                .update();
    }

    /** Lets what waits about a person for a consent or a release go on. */
    public List<Delivery> letGo(PersonId subject) {
        return letGo("subject = :whose", subject.value(), Missing.CONSENT, Missing.RELEASE);
    }

    /** Lets what waits for an agreement with whoever runs these recipients go on. */
    public List<Delivery> letGo(Collection<RecipientId> recipients) {
        return letGo(
                "recipient = any(:whose)",
                recipients.stream().map(RecipientId::value).toArray(String[]::new),
                Missing.AGREEMENT);
    }

    /** What is under way is marked to be asked again rather than parked. */
    private List<Delivery> letGo(String which, Object whose, Missing... arrived) {
        database.sql("""
                        update delivery set news = true
                         where %s
                           and (state in ('SENDING', 'WAITING', 'COLLECTED') or state = 'PARKED' and lease_until is not null)
                        """.formatted(which)).param("whose", whose).update();
        return database.sql("""
                        update delivery
                           set state = case channel when 'MAILBOX' then 'WAITING' else 'DUE' end,
                               due_at = now(), fresh_at = now(), failures = 0, missing = null, reason = null
                         where %s and state = 'PARKED' and missing = any(:arrived)
                        returning *
                        """.formatted(which))
                .param("whose", whose)
                .param("arrived", Arrays.stream(arrived).map(Missing::name).toArray(String[]::new))
                .query(DeliveryRows::read)
                .list();
    }

    /** Gives up what has been parked longer than the limit; what serves one of the duties never is. */
    public List<Delivery> giveUpParked(Duties duties, Duration limit, String reason, int batch) {
        return database.sql("""
                        update delivery set state = 'GIVEN_UP', reason = :reason
                         where id in (select id from delivery
                                       where state = 'PARKED' and fresh_at < now() - :limit * interval '1 millisecond'
                                         and purpose <> all(:duties)
                                       limit :batch for update skip locked)
                        returning *
                        """)
                .param("reason", reason)
                .param("limit", limit.toMillis())
                .param("duties", codes(duties))
                .param("batch", batch)
                .query(DeliveryRows::read)
                .list();
    }

    /** Marks what serves one of the duties and has waited longer than the limit, each once. */
    public List<Parked> escalate(Duties duties, Duration limit, int batch) {
        return database.sql("""
                        update delivery set escalated_at = now()
                         where id in (select id from delivery
                                       where state = 'PARKED' and escalated_at is null and purpose = any(:duties)
                                         and created_at < now() - :limit * interval '1 millisecond'
                                       limit :batch for update skip locked)
                        returning *
                        """)
                .param("limit", limit.toMillis())
                .param("duties", codes(duties))
                .param("batch", batch)
                .query((row, number) ->
                        new Parked(DeliveryRows.read(row, number), Missing.valueOf(row.getString("missing"))))
                .list();
    }

    /** How many wait that were escalated. */
    public long escalated() {
        return database.sql("select count(*) from delivery where state = 'PARKED' and escalated_at is not null")
                .query(Long.class)
                .single();
    }

    /** A delivery that waits, and what for. */
    public record Parked(Delivery delivery, Missing missing) {}

    private static String[] codes(Duties duties) {
        return duties.purposes().stream().map(Purpose::value).toArray(String[]::new);
    }

    public Optional<Delivery> find(DeliveryId id) {
        return database.sql("select * from delivery where id = :id")
                .param("id", id.value())
                .query(DeliveryRows::read)
                .optional();
    }

    /** What lies in these recipients' mailboxes, oldest first. */
    public List<Delivery> inMailbox(Collection<RecipientId> recipients, int limit) {
        return database.sql("""
                        select * from delivery
                         where recipient = any(:recipients) and channel = 'MAILBOX' and state in ('WAITING', 'COLLECTED')
                         order by created_at
                         limit :limit
                        """)
                .param("recipients", recipients.stream().map(RecipientId::value).toArray(String[]::new))
                .param("limit", limit)
                .query(DeliveryRows::read)
                .list();
    }

    /** Whether the item could be acknowledged: only what was collected can. */
    public boolean acknowledge(DeliveryId id) {
        return database.sql("""
                        update delivery set state = 'ACKNOWLEDGED'
                         where id = :id and channel = 'MAILBOX' and state in ('COLLECTED', 'ACKNOWLEDGED')
                        """).param("id", id.value()).update() == 1;
    }
}
