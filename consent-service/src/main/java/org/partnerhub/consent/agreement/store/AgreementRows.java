package org.partnerhub.consent.agreement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the tables {@code agreement} and {@code agreement_history}. */
final class AgreementRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AgreementRows() {}

    static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getString("reference"),
                new PartnerId(row.getString("partner")),
                set(row, "purposes", Purpose::new),
                set(row, "categories", Category::of),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                List.of((String[]) row.getArray("signed_by").getArray()));
    }

    static KeptAgreement kept(ResultSet row, int number) throws SQLException {
        return new KeptAgreement(
                agreement(row, number),
                row.getInt("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    static KeptAgreement past(ResultSet row, int number) throws SQLException {
        return new KeptAgreement(
                JSON.readValue(row.getString("agreement"), Agreement.class),
                row.getInt("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    static String json(Agreement agreement) {
        return JSON.writeValueAsString(agreement);
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
