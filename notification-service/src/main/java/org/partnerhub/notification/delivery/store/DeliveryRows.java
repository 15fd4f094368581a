package org.partnerhub.notification.delivery.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.support.events.Trail;

/** Between a delivery's row and the delivery. */
public final class DeliveryRows {

    private DeliveryRows() {}

    static Delivery read(ResultSet row, int number) throws SQLException {
        String partner = row.getString("partner");
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                new RecipientId(row.getString("recipient")),
                new Purpose(row.getString("purpose")),
                categories(row.getArray("categories")),
                Source.of(row.getString("source")),
                partner == null ? null : new PartnerId(partner),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("failures"),
                instant(row.getTimestamp("due_by")),
                new Trail(row.getString("correlation"), row.getString("traceparent")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("fresh_at").toInstant());
    }

    public static Set<Category> categories(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Category::of).collect(Collectors.toSet());
    }

    public static String[] categories(Set<Category> categories) {
        return categories.stream().map(Category::code).sorted().toArray(String[]::new);
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
