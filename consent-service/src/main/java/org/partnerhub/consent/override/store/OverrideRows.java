package org.partnerhub.consent.override.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Review;
import org.partnerhub.consent.override.Use;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Rows of the tables {@code sharing_override} and {@code override_use}. */
final class OverrideRows {

    private OverrideRows() {}

    static OverrideRecord record(ResultSet row, int number) throws SQLException {
        return new OverrideRecord(
                new OverrideId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                OverrideGround.of(row.getString("ground")),
                new Purpose(row.getString("purpose")),
                set(row, "recipients", RecipientId::new),
                set(row, "categories", Category::of),
                row.getBoolean("despite_refusal"),
                row.getString("authorised_by"),
                row.getString("role"),
                time(row, "authorised_at"),
                time(row, "ends_at"),
                timeOrNone(row, "ended_at"));
    }

    static Queued queued(ResultSet row, int number) throws SQLException {
        return new Queued(
                record(row, number),
                new Review(
                        time(row, "review_due"),
                        row.getString("reviewed_by"),
                        timeOrNone(row, "reviewed_at"),
                        row.getObject("upheld", Boolean.class),
                        timeOrNone(row, "escalated_at")));
    }

    static Use use(ResultSet row, int number) throws SQLException {
        return new Use(
                new DecisionId(row.getObject("decision", UUID.class)),
                new RecipientId(row.getString("recipient")),
                set(row, "categories", Category::of),
                time(row, "at"));
    }

    static String[] categories(Collection<Category> categories) {
        return categories.stream().map(Category::code).sorted().toArray(String[]::new);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNone(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }
}
