package org.partnerhub.notification.delivery.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.notification.delivery.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that a person takes to the recipient. */
@Repository
public class HandDeliveries {

    private final JdbcClient database;
    private final Deliveries deliveries;

    HandDeliveries(JdbcClient database, Deliveries deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    /** Begins an attempt; nothing where the delivery waits for no hand, or another is at it. */
    public Optional<Delivery> take(UUID id, Duration lease) {
        int taken = database.sql("""
                        update delivery set attempts = attempts + 1, lease_until = now() + :lease * interval '1 millisecond'
                         where id = :id and state = 'MANUAL' and (lease_until is null or lease_until < now())
                        """)
                .param("id", id)
                .param("lease", lease.toMillis())
                .update();
        return taken == 1 ? deliveries.find(new DeliveryId(id)) : Optional.empty();
    }

    /** Ends the attempt; the delivery waits for the hand to come back. */
    public void putDown(UUID id) {
        database.sql("update delivery set lease_until = null where id = :id and state = 'MANUAL'")
                .param("id", id)
                .update();
    }

    /** Whether its content was given out to be taken there, and when last. */
    public Optional<Handed> handed(UUID id) {
        return database.sql("""
                        select attempt, decision, content_hash, started_at from delivery_attempt
                         where delivery = :id and content_hash is not null order by attempt desc limit 1
                        """)
                .param("id", id)
                .query((row, _) -> new Handed(
                        row.getInt("attempt"),
                        row.getObject("decision", UUID.class),
                        row.getString("content_hash"),
                        row.getTimestamp("started_at").toInstant()))
                .optional();
    }

    /** Whether it was waiting for a hand and is now delivered. */
    public boolean delivered(UUID id) {
        return database.sql(
                                "update delivery set state = 'DELIVERED', lease_until = null, reason = null where id = :id and state = 'MANUAL'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** An attempt whose content went out by hand. */
    public record Handed(int attempt, UUID decision, String contentHash, Instant at) {}
}
