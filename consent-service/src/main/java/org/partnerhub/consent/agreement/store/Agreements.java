package org.partnerhub.consent.agreement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Information sharing agreements: added, never changed. */
@Repository
public class Agreements {

    private final JdbcClient jdbc;
    private final DisclosureLog log;

    Agreements(JdbcClient jdbc, DisclosureLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    public List<Agreement> with(Set<PartnerId> partners) {
        return jdbc.sql("SELECT * FROM agreement WHERE partner = ANY (:partners)")
                .param("partners", codes(partners))
                .query(Agreements::agreement)
                .list();
    }

    /** Adds those whose reference is new, each with its entry in the log. */
    @Transactional
    public void add(List<Agreement> agreements) {
        agreements.stream()
                .filter(this::isNew)
                .forEach(agreement -> log.append(EntryDraft.of(EntryKind.AGREEMENT_CHANGED)
                        .with("agreement", agreement.reference())
                        .with("partner", agreement.partner())
                        .with("purposes", agreement.purposes().stream().map(Purpose::value))
                        .with("categories", agreement.categories().stream().map(Category::code))
                        .with("from", agreement.from())
                        .with("until", agreement.until())));
    }

    private boolean isNew(Agreement agreement) {
        return jdbc.sql("""
                                INSERT INTO agreement (reference, partner, purposes, categories, first_day, last_day, review_on,
                                    signed_by)
                                VALUES (:reference, :partner, :purposes, :categories, :from, :until, :reviewOn, :signedBy)
                                ON CONFLICT (reference) DO NOTHING
                                """)
                        .param("reference", agreement.reference())
                        .param("partner", agreement.partner().value())
                        .param("purposes", codes(agreement.purposes()))
                        .param(
                                "categories",
                                agreement.categories().stream()
                                        .map(Category::code)
                                        .toArray(String[]::new))
                        .param("from", agreement.from())
                        .param("until", agreement.until())
                        .param("reviewOn", agreement.reviewOn())
                        .param("signedBy", codes(agreement.signedBy()))
                        .update()
                == 1;
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getString("reference"),
                new PartnerId(row.getString("partner")),
                set(row, "purposes", Purpose::new),
                set(row, "categories", Category::of),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                List.copyOf(set(row, "signed_by", Function.identity())));
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    private static String[] codes(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().toArray(String[]::new);
    }
}
