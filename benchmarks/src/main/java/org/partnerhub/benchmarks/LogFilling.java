package org.partnerhub.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.SaltedEntry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A year's decisions and disclosures, written into the log's tables as consent-service writes them, salts and leaves too; the running
 * service then puts them under checkpoints as it does any other.
 */
final class LogFilling {

    private static final int ROWS_AT_ONCE = 20_000;
    private static final int CHILDREN = 50_000;
    private static final int DAYS = 360;
    private static final List<String> RECIPIENTS = List.of(
            "early-help-hub-cambridgeshire",
            "cpft-camhs",
            "fenland-academy-safeguarding-lead",
            "cambridgeshire-constabulary-referrals");
    private static final List<String> PURPOSES = List.of(
            "early-help-support", "mental-health-specialist", "domestic-abuse-notice-to-school", "section-85-notice");
    private static final List<String> CATEGORIES =
            List.of("identity", "identity referral voice", "identity police safety", "identity stay");
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(2026);
    private final List<UUID> children = IntStream.range(0, CHILDREN)
            .mapToObj(it -> new UUID(random.nextLong(), it))
            .toList();
    private final Connection database;
    private final PrintStream out;

    LogFilling(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** One of the children whom the entries are about. */
    UUID somebody() {
        return children.get(CHILDREN / 2);
    }

    /** Writes what is missing up to so many entries, and waits until a checkpoint covers the last. */
    void upTo(int entries) throws SQLException, IOException, InterruptedException {
        Instant begin = Instant.now();
        long missing = entries - count("log_entry");
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        for (long left = missing; left > 0; left -= ROWS_AT_ONCE) {
            write(copy, (int) Math.min(left, ROWS_AT_ONCE));
        }
        while (count("log_pending") > 0) {
            Thread.sleep(1_000);
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE log_entry, log_value, log_leaf");
        }
        out.printf(
                "Log: %,d entries about %,d children, %,d of them written now and under a checkpoint after %d s%n",
                count("log_entry"),
                CHILDREN,
                Math.max(0, missing),
                Duration.between(begin, Instant.now()).toSeconds());
    }

    private long count(String table) throws SQLException {
        try (Statement statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void write(CopyManager copy, int rows) throws SQLException, IOException {
        StringBuilder entries = new StringBuilder();
        StringBuilder values = new StringBuilder();
        StringBuilder pending = new StringBuilder();
        for (int i = 0; i < rows; i += 2) {
            Instant at = Instant.now()
                    .minus(random.nextInt(DAYS * 24 * 60), ChronoUnit.MINUTES)
                    .minus(random.nextInt(60_000_000), ChronoUnit.MICROS);
            EntryDraft decision = decision();
            add(SaltedEntry.of(decision, at), entries, values, pending);
            add(SaltedEntry.of(disclosure(decision), at.plusMillis(300)), entries, values, pending);
        }
        copy.copyIn("COPY log_entry (id, at, kind, leaf) FROM STDIN", new StringReader(entries.toString()));
        copy.copyIn(
                "COPY log_value (entry, subject, reference, fields) FROM STDIN", new StringReader(values.toString()));
        copy.copyIn("COPY log_pending (entry) FROM STDIN", new StringReader(pending.toString()));
    }

    private EntryDraft decision() {
        int which = random.nextInt(PURPOSES.size());
        return EntryDraft.of(EntryKind.DECISION)
                .with(EntryDraft.SUBJECT, children.get(random.nextInt(CHILDREN)))
                .with(EntryDraft.SOURCE, "referral/" + UUID.randomUUID())
                .with("recipient", RECIPIENTS.get(random.nextInt(RECIPIENTS.size())))
                .with("purpose", PURPOSES.get(which))
                .with("delivery", UUID.randomUUID())
                .with("attempt", 1)
                .with("requester", "fenland-academy")
                .with("outcome", "permit")
                .with("permitted", CATEGORIES.get(which))
                .with("withheld", "")
                .with("rules", "")
                .with("ground", which < 2 ? "explicit-consent" : "statutory-duty")
                .with("relied-on", "benchmark")
                .with("policy", "benchmark")
                .with("sequencing", "sequenced");
    }

    private static EntryDraft disclosure(EntryDraft decision) {
        EntryDraft disclosure = EntryDraft.of(EntryKind.DISCLOSURE).with("decision", decision.id());
        for (String field :
                List.of(EntryDraft.SUBJECT, EntryDraft.SOURCE, "recipient", "purpose", "delivery", "attempt")) {
            disclosure = disclosure.with(field, decision.fields().get(field));
        }
        return disclosure.with("outcome", "delivered");
    }

    private static void add(SaltedEntry entry, StringBuilder entries, StringBuilder values, StringBuilder pending) {
        EntryDraft draft = entry.draft();
        line(entries, draft.id(), entry.at(), draft.kind().code(), escaped(entry.leaf()));
        ObjectNode fields = JSON.createObjectNode();
        entry.values()
                .forEach(
                        (name, value) -> fields.putArray(name).add(value.salt()).add(value.value()));
        line(
                values,
                draft.id(),
                draft.fields().get(EntryDraft.SUBJECT),
                draft.fields().get(EntryDraft.SOURCE),
                escaped(fields.toString()));
        line(pending, draft.id());
    }

    private static void line(StringBuilder rows, @Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(columns[i]);
        }
        rows.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}
