package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.AnswerPlaces;
import org.partnerhub.referral.referral.Feedback;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.support.events.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that referrers are told. */
@Repository
public class Feedbacks {

    private final JdbcClient database;
    private final KnownDirectory directory;
    private final AnswerPlaces places;
    private final Histories histories;
    private final Outbox outbox;

    Feedbacks(JdbcClient database, KnownDirectory directory, AnswerPlaces places, Histories histories, Outbox outbox) {
        this.database = database;
        this.directory = directory;
        this.places = places;
        this.histories = histories;
        this.outbox = outbox;
    }

    /** Has the referrer told how it stands at a recipient that is not done, or as a whole; in the caller's transaction. */
    public void tellReferrer(Referral referral, @Nullable RecipientId about, Instant at) {
        tell(referral, about, false, at);
    }

    /** Has the referrer told how it ended at a recipient; the first outcome is the only one. */
    public void tellOutcome(Referral referral, RecipientId about, Instant at) {
        tell(referral, about, true, at);
    }

    /** What the referrer was told last about a recipient was not its end after all: another outcome will come. */
    void takeBackOutcome(ReferralId referral, RecipientId about) {
        database.sql("update feedback set outcome = false where referral_id = :referral and about = :about and outcome")
                .param("referral", referral.value())
                .param("about", about.value())
                .update();
    }

    private void tell(Referral referral, @Nullable RecipientId about, boolean outcome, Instant at) {
        Optional<RecipientId> ears = places.of(referral.sender(), referral.answerTo(), directory.required());
        if (ears.isEmpty()) {
            histories.add(
                    referral.id(),
                    new HistoryEntry(about, "referrer-cannot-be-told", "no-recipient", HistoryEntry.HUB, at));
            return;
        }
        Feedback feedback = new Feedback(DeliveryId.fresh(), referral.id(), ears.get(), about);
        if (add(feedback, outcome, at)) {
            outbox.publish(new DisclosureRequested(
                    feedback.delivery().value(),
                    referral.subject(),
                    feedback.to(),
                    Feedback.PURPOSE,
                    Feedback.CATEGORIES,
                    "feedback/" + referral.id(),
                    referral.sender(),
                    null));
        }
    }

    public Optional<Feedback> find(DeliveryId delivery) {
        return database.sql("select referral_id, recipient, about from feedback where id = :id")
                .param("id", delivery.value())
                .query((row, number) -> {
                    String about = row.getString("about");
                    return new Feedback(
                            delivery,
                            new ReferralId(row.getObject("referral_id", UUID.class)),
                            new RecipientId(row.getString("recipient")),
                            about == null ? null : new RecipientId(about));
                })
                .optional();
    }

    /** False where it is an outcome and there was one. */
    private boolean add(Feedback feedback, boolean outcome, Instant at) {
        RecipientId about = feedback.about();
        return database.sql("""
                        insert into feedback (id, referral_id, recipient, about, outcome, asked_at)
                        values (:id, :referral, :recipient, :about, :outcome, :at)
                        on conflict (referral_id, about) where outcome do nothing
                        """)
                        .param("id", feedback.delivery().value())
                        .param("referral", feedback.referral().value())
                        .param("recipient", feedback.to().value())
                        .param("about", about == null ? null : about.value())
                        .param("outcome", outcome)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
