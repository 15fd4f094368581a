package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.referral.Acted;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.FollowUp.Says;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Reception;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.Timetable;
import org.partnerhub.referral.referral.Update;
import org.partnerhub.referral.story.Telling;
import org.partnerhub.referral.story.store.Storytelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what senders add: it is told to everybody who has the referral, and what waited for it goes on. */
@Component
public class Updates {

    private final JdbcClient database;
    private final IdempotencyKeys keys;
    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Questions questions;
    private final Storytelling storytelling;
    private final KeptUnplaced unplaced;
    private final Histories histories;
    private final FollowUps followUps;
    private final Clocks clocks;
    private final Timetable timetable;
    private final Onward onward;
    private final TransactionOperations transaction;
    private final Clock clock;

    Updates(
            JdbcClient database,
            IdempotencyKeys keys,
            Referrals referrals,
            AskedRecipients recipients,
            Questions questions,
            Storytelling storytelling,
            KeptUnplaced unplaced,
            Histories histories,
            FollowUps followUps,
            Clocks clocks,
            Timetable timetable,
            Onward onward,
            TransactionOperations transaction,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.referrals = referrals;
        this.recipients = recipients;
        this.questions = questions;
        this.storytelling = storytelling;
        this.unplaced = unplaced;
        this.histories = histories;
        this.followUps = followUps;
        this.clocks = clocks;
        this.timetable = timetable;
        this.onward = onward;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes an update once.
     *
     * @param key the sender's own; the same key and body again have no second effect
     * @param bodyHash SHA-256 of the body as it was sent
     */
    public Acted take(ReferralId id, PartnerId partner, String key, byte[] bodyHash, Update update) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> {
            Optional<Referral> referral =
                    referrals.held(id).filter(it -> it.sender().equals(partner));
            if (referral.isEmpty()) {
                return new Acted.NotYours();
            }
            if (!keys.take(partner, key, bodyHash, id, now)) {
                return before(id, partner, key, bodyHash);
            }
            List<AskedRecipient> rows = recipients.held(id);
            List<OpenQuestion> open = questions.of(id);
            if (open.isEmpty()
                    && !rows.isEmpty()
                    && rows.stream().allMatch(it -> it.state().isOver())) {
                status.setRollbackOnly();
                return new Acted.Over(rows);
            }
            return added(referral.get(), rows, update, now);
        });
    }

    private Acted before(ReferralId id, PartnerId partner, String key, byte[] bodyHash) {
        return switch (keys.before(partner, key, bodyHash)) {
            case Reception.Taken(ReferralId same, var _) when same.equals(id) -> done(id);
            case Reception.Taken _, Reception.KeyUsedForOtherBody _, Reception.NobodyKnown _, Reception.NoChild _ ->
                new Acted.KeyUsedForOtherBody();
        };
    }

    private Acted added(Referral referral, List<AskedRecipient> rows, Update update, Instant now) {
        PartnerId sender = referral.sender();
        storytelling.withReferral(referral.subject(), new Telling(referral.id(), sender, now), update.story());
        keep(referral, update, now);
        unplaced.keep(referral.id(), sender, update.unplaced(), now);
        histories.add(referral.id(), new HistoryEntry(null, "updated", null, sender.value(), now));
        if (update.isUnplacedAlone()) { // nobody is told of news that they may not see, nor counts as informed by it
            return done(referral.id());
        }
        rows.stream().filter(it -> !it.state().isOver()).forEach(it -> told(referral, it, now));
        onward.found(referral, update.finding(), sender.value(), now);
        return done(referral.id());
    }

    private void told(Referral referral, AskedRecipient asked, Instant now) {
        if (asked.state() == TaskState.ON_HOLD) {
            AskedRecipient informed = asked.informed(timetable.answerBy(asked.purpose(), now));
            recipients.change(informed, now);
            clocks.wind(informed, Strikes.ANSWER_DUE, informed.answerBy());
            histories.add(
                    referral.id(),
                    new HistoryEntry(
                            asked.recipient(),
                            "information-given",
                            null,
                            referral.sender().value(),
                            now));
        }
        followUps.tell(referral, asked, Says.UPDATED, null, now);
    }

    private Acted done(ReferralId id) {
        return new Acted.Done(recipients.of(id), questions.of(id).size());
    }

    private void keep(Referral referral, Update update, Instant now) {
        database.sql("""
                        insert into referral_update (referral_id, message, added_by, added_at)
                        values (:referral, :message, :by, :at)
                        """)
                .param("referral", referral.id().value())
                .param("message", update.message())
                .param("by", referral.sender().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The sender's last words to those who have the referral. */
    public Optional<String> lastMessage(ReferralId referral) {
        return database.sql("""
                        select message from referral_update where referral_id = :referral and message is not null
                        order by id desc limit 1
                        """)
                .param("referral", referral.value())
                .query(String.class)
                .optional();
    }
}
