package org.partnerhub.consent.log.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.partnerhub.consent.log.LogSettings;
import org.partnerhub.transparency.ExportWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes everything under the latest checkpoint, row by row, as one moment of the database shows it. */
@Repository
public class LogExporter {

    private static final String SEALED = """
            SELECT l.index, e.leaf, v.fields, c.note
              FROM log_leaf l
              JOIN log_entry e ON e.id = l.entry
              LEFT JOIN log_value v ON v.entry = l.entry
              LEFT JOIN log_checkpoint c ON c.size = l.index + 1
             WHERE l.index < ?
             ORDER BY l.index
            """;
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final TreeTables tables;
    private final LogSettings settings;
    private final Clock clock;

    LogExporter(
            DataSource database,
            PlatformTransactionManager transactions,
            TreeTables tables,
            LogSettings settings,
            Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the export.
     *
     * @throws UncheckedIOException where the reader went away
     */
    public void write(OutputStream to) {
        snapshot.executeWithoutResult(status -> {
            try (ExportWriter export = new ExportWriter(to)) {
                long size = tables.size();
                export.header(settings.origin(), settings.everyKey(), size, clock.instant());
                RowCallbackHandler toExport = row -> write(row, export);
                jdbc.query(SEALED, toExport, size);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void write(ResultSet row, ExportWriter export) throws SQLException {
        try {
            export.entry(row.getLong("index"), row.getString("leaf"), Fields.read(row.getString("fields")));
            String checkpoint = row.getString("note");
            if (checkpoint != null) {
                export.checkpoint(checkpoint);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
