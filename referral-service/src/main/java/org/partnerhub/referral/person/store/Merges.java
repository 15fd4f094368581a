package org.partnerhub.referral.person.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.PersonUnmerged;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.person.Merge;
import org.partnerhub.referral.person.MergeOutcome;
import org.partnerhub.referral.person.PeopleMoved;
import org.partnerhub.referral.person.ReviewTask;
import org.partnerhub.referral.person.ReviewTask.Settled;
import org.partnerhub.support.events.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Merges people and takes merges back; in the caller's transaction. A merge is an arrow from one id to another and rewrites
 * nothing: taken back, everything is where it was, and what was told meanwhile is with whom it was told of.
 */
@Repository
public class Merges {

    private final JdbcClient database;
    private final Reviews reviews;
    private final Outbox outbox;
    private final ApplicationEventPublisher happenings;
    private final Duration settlesAfter;

    Merges(
            JdbcClient database,
            Reviews reviews,
            Outbox outbox,
            ApplicationEventPublisher happenings,
            @Value("${hub.people.merge-settles-after}") Duration settlesAfter) {
        this.database = database;
        this.reviews = reviews;
        this.outbox = outbox;
        this.happenings = happenings;
        this.settlesAfter = settlesAfter;
    }

    /**
     * Takes one person for the other. Whoever each of them was merged into before comes along.
     *
     * @param by account of the officer
     */
    public MergeOutcome merge(PersonId from, PersonId into, String by, String reason, Instant at) {
        inTurn();
        PersonId one = current(from);
        PersonId other = current(into);
        if (one == null || other == null) {
            return new MergeOutcome.NobodyKnown();
        }
        if (one.equals(other)) {
            return new MergeOutcome.AlreadyOne();
        }
        UUID event = outbox.publish(new PersonMerged(one, other));
        Merge merge = new Merge(UUID.randomUUID(), one, other, at, null);
        database.sql("""
                        insert into person_merge (id, from_id, into_id, event, merged_at, settles_at, merged_by, reason)
                        values (:id, :from, :into, :event, :at, :settlesAt, :by, :reason)
                        """)
                .param("id", merge.id())
                .param("from", one.value())
                .param("into", other.value())
                .param("event", event)
                .param("settlesAt", at.plus(settlesAfter).atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
        point(one, other);
        happenings.publishEvent(new PeopleMoved(moved(one, other)));
        return new MergeOutcome.Done(merge);
    }

    /** Takes a merge back: the ids that came with it stand for a person of their own again, and the two are remembered as two. */
    public MergeOutcome undo(UUID id, String by, String reason, Instant at) {
        inTurn();
        Optional<Merge> standing = database.sql("select * from person_merge where id = :id and undone_at is null")
                .param("id", id)
                .query(Merges::merge)
                .optional();
        if (standing.isEmpty()) {
            return find(id).isPresent() ? new MergeOutcome.AlreadyUndone() : new MergeOutcome.NobodyKnown();
        }
        Merge merge = standing.get();
        PersonId before = current(merge.from());
        database.sql("""
                        update person_merge set undone_at = :at, undone_by = :by, undone_for = :reason where id = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
        point(merge.from(), null);
        reviews.different(merge.from(), merge.into(), by, reason, at);
        PersonId from = before == null ? merge.into() : before;
        outbox.publish(new PersonUnmerged(merge.from(), from));
        happenings.publishEvent(new PeopleMoved(moved(merge.from(), from)));
        return new MergeOutcome.Done(new Merge(id, merge.from(), merge.into(), merge.mergedAt(), at));
    }

    /** Settles a task: the same person is merged, different people are remembered. */
    public MergeOutcome settle(ReviewTask task, Settled as, String by, String reason, Instant at) {
        if (!reviews.settle(task.id(), as, by, reason, at)) {
            return new MergeOutcome.AlreadySettled();
        }
        return switch (as) {
            case SAME -> merge(task.person(), task.other(), by, reason, at);
            case DIFFERENT -> new MergeOutcome.Kept();
        };
    }

    public Optional<Merge> find(UUID id) {
        return database.sql("select * from person_merge where id = :id")
                .param("id", id)
                .query(Merges::merge)
                .optional();
    }

    /** Every merge that a person's ids took part in, oldest first. */
    public List<Merge> of(PersonId id) {
        return database.sql("""
                        with me as (select id from person where current_id = (select current_id from person where id = :id))
                        select * from person_merge
                        where from_id in (select id from me) or into_id in (select id from me)
                        order by merged_at, id
                        """).param("id", id.value()).query(Merges::merge).list();
    }

    /** Merges are few, and two that cross would make a ring. */
    private void inTurn() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('person-merges', 0))")
                .query((row, number) -> 0)
                .single();
    }

    private @Nullable PersonId current(PersonId id) {
        return database.sql("select current_id from person where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .orElse(null);
    }

    /** Turns the arrow of one id and follows the arrows of all that stand behind it. */
    private void point(PersonId id, @Nullable PersonId into) {
        database.sql("update person set merged_into = :into where id = :id")
                .param("id", id.value())
                .param("into", into == null ? null : into.value())
                .update();
        database.sql("""
                        with recursive behind as (
                            select id from person where id = :id
                            union
                            select person.id from person join behind on person.merged_into = behind.id)
                        update person set current_id = coalesce(
                                (select current_id from person target where target.id = :into), :id)
                        where id in (select id from behind)
                        """)
                .param("id", id.value())
                .param("into", into == null ? null : into.value())
                .update();
    }

    private List<PersonId> moved(PersonId one, PersonId other) {
        return Stream.of(one, other)
                .flatMap(person -> database
                        .sql("select id from person where current_id = (select current_id from person where id = :id)")
                        .param("id", person.value())
                        .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                        .list()
                        .stream())
                .distinct()
                .toList();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
        return new Merge(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("from_id", UUID.class)),
                new PersonId(row.getObject("into_id", UUID.class)),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                undoneAt == null ? null : undoneAt.toInstant());
    }
}
