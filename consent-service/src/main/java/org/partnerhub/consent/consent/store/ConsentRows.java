package org.partnerhub.consent.consent.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** A row of the table {@code consent}. */
final class ConsentRows {

    private ConsentRows() {}

    static ConsentRecord record(ResultSet row, int number) throws SQLException {
        return new ConsentRecord(
                new ConsentId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                terms(row),
                new PartnerId(row.getString("recorded_by")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                instant(row, "withdrawn_at"),
                row.getInt("version"));
    }

    private static ConsentTerms terms(ResultSet row) throws SQLException {
        return new ConsentTerms(
                row.getBoolean("given") ? ConsentTerms.Answer.GIVEN : ConsentTerms.Answer.REFUSED,
                new ConsentTerms.GivenBy(Capacity.of(row.getString("capacity")), row.getString("giver"), assessor(row)),
                set(row, "purposes", Purpose::new),
                new ConsentTerms.Recipients(
                        set(row, "recipient_kinds", Function.identity()), set(row, "recipient_ids", RecipientId::new)),
                set(row, "categories", Category::of),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                new ConsentTerms.Evidence(row.getString("evidence_kind"), row.getString("evidence_reference")),
                row.getObject("obtained_on", LocalDate.class),
                TermsJson.exceptions(row.getString("exceptions")));
    }

    /** What a narrowing took away: the terms before it, withdrawn just before those after it were heard. */
    static ConsentRecord takenAway(ResultSet row, int number) throws SQLException {
        return new ConsentRecord(
                new ConsentId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                TermsJson.read(row.getString("terms")),
                new PartnerId(row.getString("recorded_by")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("narrowed_at", OffsetDateTime.class).toInstant().minus(1, ChronoUnit.MICROS));
    }

    private static ConsentTerms.@Nullable Assessor assessor(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("assessed_on", LocalDate.class);
        return on == null
                ? null
                : new ConsentTerms.Assessor(row.getString("assessor_name"), row.getString("assessor_role"), on);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    static String[] codes(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    static String[] categories(Collection<Category> categories) {
        return categories.stream().map(Category::code).sorted().toArray(String[]::new);
    }
}
