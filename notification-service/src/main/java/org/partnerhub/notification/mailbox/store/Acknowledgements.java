package org.partnerhub.notification.mailbox.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.notification.mailbox.Acknowledgement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took on what; the first acknowledgement of an item stands. */
@Repository
public class Acknowledgements {

    private final JdbcClient database;

    Acknowledgements(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it, and answers when the item was acknowledged first. */
    public Instant keep(DeliveryId item, Acknowledgement acknowledgement, Instant at) {
        database.sql("""
                        insert into mailbox_acknowledgement (delivery, by_role, reference, acknowledged_at)
                        values (:delivery, :by, :reference, :at)
                        on conflict (delivery) do nothing
                        """)
                .param("delivery", item.value())
                .param("by", acknowledgement.by())
                .param("reference", acknowledgement.reference())
                .param("at", Timestamp.from(at))
                .update();
        return find(item).orElse(at);
    }

    public Optional<Instant> find(DeliveryId item) {
        return database.sql("select acknowledged_at from mailbox_acknowledgement where delivery = :delivery")
                .param("delivery", item.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
