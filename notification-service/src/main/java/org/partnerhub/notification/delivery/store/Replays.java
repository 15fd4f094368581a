package org.partnerhub.notification.delivery.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that an operator has tried again. What somebody carries by hand, or a partner is collecting just now, is left alone. */
@Repository
public class Replays {

    private static final String REPLAYABLE = """
            select * from delivery
             where %s
               and recipient = any(:reachable)
               and lease_until is null
               and not exists (select from delivery_attempt
                                where delivery = delivery.id and delivery.state = 'MANUAL' and reason = 'taken-by-hand')
             order by created_at
             limit :limit
               for update skip locked
            """;

    private static final String OF_THE_FOUR_STATES =
            "(state in ('PARKED', 'GIVEN_UP', 'MANUAL') or state = 'DUE' and failures > 0)";

    private final JdbcClient database;

    Replays(JdbcClient database) {
        this.database = database;
    }

    /** Of these, those that can be tried again; they are held until the transaction ends. */
    public List<Delivery> held(Collection<UUID> ids, Collection<RecipientId> reachable) {
        return database.sql(REPLAYABLE.formatted("id = any(:ids) and " + OF_THE_FOUR_STATES))
                .param("ids", ids.toArray(UUID[]::new))
                .param("reachable", codes(reachable))
                .param("limit", ids.size())
                .query(DeliveryRows::read)
                .list();
    }

    /**
     * The oldest of a state; they are held until the transaction ends.
     *
     * @param partner absent: whoever runs the recipient
     */
    public List<Delivery> held(Shown shown, @Nullable PartnerId partner, Collection<RecipientId> reachable, int limit) {
        return database.sql(
                        REPLAYABLE.formatted(StandingDeliveries.condition(shown) + " and " + OF_THE_FOUR_STATES + """
                         and (cast(:partner as text) is null
                              or recipient in (select recipient from recipient_operator where partner = :partner))
                        """))
                .param("partner", partner == null ? null : partner.value())
                .param("reachable", codes(reachable))
                .param("limit", limit)
                .query(DeliveryRows::read)
                .list();
    }

    /** Lets one go again by this channel, as if it were fresh. */
    public void release(UUID replay, Delivery delivery, Channel channel) {
        database.sql("""
                        update delivery
                           set state = :state, channel = :channel, due_at = now(), fresh_at = now(), failures = 0,
                               missing = null, reason = null, escalated_at = null
                         where id = :id
                        """)
                .param("id", delivery.id().value())
                .param("channel", channel.name())
                .param("state", channel == Channel.MAILBOX ? "WAITING" : "DUE")
                .update();
        database.sql("insert into delivery_replay (replay, delivery) values (:replay, :delivery)")
                .param("replay", replay)
                .param("delivery", delivery.id().value())
                .update();
    }

    private static String[] codes(Collection<RecipientId> recipients) {
        return recipients.stream().map(RecipientId::value).toArray(String[]::new);
    }
}
