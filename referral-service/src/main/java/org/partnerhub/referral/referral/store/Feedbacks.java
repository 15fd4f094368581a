package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
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
    private final Histories histories;
    private final Outbox outbox;

    Feedbacks(JdbcClient database, KnownDirectory directory, Histories histories, Outbox outbox) {
        this.database = database;
        this.directory = directory;
        this.histories = histories;
        this.outbox = outbox;
    }

    /** Has the referrer told how it stands at a recipient, or as a whole; in the caller's transaction. */
    public void tellReferrer(Referral referral, @Nullable RecipientId about, Instant at) {
        Optional<Recipient> ears =
                directory.required().operatedBy(referral.sender()).stream().findFirst();
        if (ears.isEmpty()) {
            histories.add(
                    referral.id(),
                    new HistoryEntry(about, "referrer-cannot-be-told", "no-recipient", HistoryEntry.HUB, at));
            return;
        }
        Feedback feedback =
                new Feedback(DeliveryId.fresh(), referral.id(), ears.get().id(), about);
        add(feedback, at);
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

    private void add(Feedback feedback, Instant at) {
        RecipientId about = feedback.about();
        database.sql("""
                        insert into feedback (id, referral_id, recipient, about, asked_at)
                        values (:id, :referral, :recipient, :about, :at)
                        """)
                .param("id", feedback.delivery().value())
                .param("referral", feedback.referral().value())
                .param("recipient", feedback.to().value())
                .param("about", about == null ? null : about.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
