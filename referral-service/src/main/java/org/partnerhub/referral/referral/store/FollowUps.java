package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.FollowUp;
import org.partnerhub.referral.referral.FollowUp.Says;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.ToldCategories;
import org.partnerhub.support.events.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that recipients are told after the referral itself: by the ordinary way, decided like anything else. */
@Repository
public class FollowUps {

    private final JdbcClient database;
    private final ToldCategories told;
    private final Outbox outbox;

    FollowUps(JdbcClient database, ToldCategories told, Outbox outbox) {
        this.database = database;
        this.told = told;
        this.outbox = outbox;
    }

    /** Tells a recipient, if it knows of the referral at all; in the caller's transaction. */
    void tell(Referral referral, AskedRecipient asked, Says says, @Nullable String reason, Instant at) {
        if (!asked.mayKnow()) {
            return;
        }
        FollowUp followUp = new FollowUp(DeliveryId.fresh(), referral.id(), asked.delivery(), says, reason);
        add(followUp, at);
        boolean again = says.tellsTheReferral();
        outbox.publish(new DisclosureRequested(
                followUp.delivery().value(),
                referral.subject(),
                asked.recipient(),
                again ? asked.purpose() : FollowUp.PURPOSE,
                again ? told.of(asked.purpose()) : FollowUp.CATEGORIES,
                (again ? "referral/" : "feedback/") + referral.id(),
                referral.sender(),
                null));
    }

    public Optional<FollowUp> find(DeliveryId delivery) {
        return database.sql("select * from follow_up where id = :id")
                .param("id", delivery.value())
                .query((row, number) -> new FollowUp(
                        delivery,
                        new ReferralId(row.getObject("referral_id", UUID.class)),
                        new DeliveryId(row.getObject("asked", UUID.class)),
                        Says.of(row.getString("says")),
                        row.getString("reason")))
                .optional();
    }

    private void add(FollowUp followUp, Instant at) {
        database.sql("""
                        insert into follow_up (id, referral_id, asked, says, reason, asked_at)
                        values (:id, :referral, :asked, :says, :reason, :at)
                        """)
                .param("id", followUp.delivery().value())
                .param("referral", followUp.referral().value())
                .param("asked", followUp.asked().value())
                .param("says", followUp.says().code())
                .param("reason", followUp.reason())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
