package org.partnerhub.consent.consent.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All consents by page, newest first. */
@Repository
public class ConsentRegister {

    private static final String PAGE = """
            SELECT * FROM consent
             WHERE (CAST(:consent AS uuid) IS NULL OR id = :consent)
               AND (CAST(:person AS uuid) IS NULL OR subject = ANY (:people))
               AND (CAST(:recordedBy AS text) IS NULL OR recorded_by = :recordedBy)
               AND (CAST(:purpose AS text) IS NULL OR :purpose = ANY (purposes))
               AND (CAST(:endsBy AS date) IS NULL
                    OR given AND withdrawn_at IS NULL AND last_day BETWEEN :today AND :endsBy)
               AND (CAST(:state AS text) IS NULL OR :state = CASE
                       WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
                       WHEN given AND last_day < :today THEN 'expired'
                       WHEN first_day > :today THEN 'not-begun'
                       WHEN given THEN 'given'
                       ELSE 'refused' END)
               AND (CAST(:after AS uuid) IS NULL
                    OR (recorded_at, id) < (SELECT recorded_at, id FROM consent WHERE id = :after))
             ORDER BY recorded_at DESC, id DESC
             LIMIT :most
            """;

    private final JdbcClient jdbc;

    private final SamePeople people;

    ConsentRegister(JdbcClient jdbc, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * What to look for; what is absent does not matter.
     *
     * @param person under whatever id it was recorded
     * @param after the last consent of the page before
     */
    public record Filter(
            @Nullable UUID consent,
            @Nullable UUID person,
            @Nullable String recordedBy,
            @Nullable String purpose,
            @Nullable String state,
            @Nullable LocalDate endsBy,
            @Nullable UUID after) {}

    public List<ConsentRecord> page(Filter filter, LocalDate today, int most) {
        UUID person = filter.person();
        return jdbc.sql(PAGE)
                .param("consent", filter.consent())
                .param("person", person)
                .param("people", person == null ? new UUID[0] : people.everyId(new PersonId(person)))
                .param("recordedBy", filter.recordedBy())
                .param("purpose", filter.purpose())
                .param("state", filter.state())
                .param("endsBy", filter.endsBy())
                .param("after", filter.after())
                .param("today", today)
                .param("most", most)
                .query(ConsentRows::record)
                .list();
    }
}
