package org.partnerhub.consent.log.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.SaltedEntry;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where entries are appended: always in the transaction that makes them true. */
@Repository
public class DisclosureLog {

    private static final String APPEND = """
            WITH entry AS (
                INSERT INTO log_entry (id, at, kind, leaf) VALUES (:id, :at, :kind, :leaf)
            ), opened AS (
                INSERT INTO log_value (entry, subject, reference, fields)
                VALUES (:id, :subject, :reference, CAST(:fields AS jsonb))
            )
            INSERT INTO log_pending (entry) VALUES (:id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DisclosureLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Appends an entry under the correlation id of the work in hand; the sequencer puts it under a checkpoint.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException where no transaction runs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(EntryDraft draft) {
        SaltedEntry entry =
                SaltedEntry.of(draft.with("correlation", MDC.get(CorrelationFilter.MDC_KEY)), clock.instant());
        jdbc.sql(APPEND)
                .param("id", draft.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("kind", draft.kind().code())
                .param("leaf", entry.leaf())
                .param("subject", subject(draft.fields()))
                .param("reference", draft.fields().get(EntryDraft.SOURCE))
                .param("fields", Fields.write(entry.values()))
                .update();
    }

    private static @Nullable UUID subject(Map<String, String> fields) {
        String subject = fields.get(EntryDraft.SUBJECT);
        return subject == null ? null : UUID.fromString(subject);
    }
}
