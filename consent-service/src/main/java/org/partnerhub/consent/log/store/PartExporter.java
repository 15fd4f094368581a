package org.partnerhub.consent.log.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.LogSettings;
import org.partnerhub.consent.log.Period;
import org.partnerhub.transparency.Commitment;
import org.partnerhub.transparency.ExportWriter;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Run;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the sealed entries of a period that pass a filter so that each can be checked against the latest checkpoint. Of an entry it opens
 * what lists tell; in place of the entries between it puts the roots of their subtrees.
 */
@Repository
public class PartExporter {

    private static final int ENTRIES_AT_ONCE = 500;

    private final LogList list;
    private final TreeTables tables;
    private final LogSettings settings;
    private final Clock clock;

    PartExporter(LogList list, TreeTables tables, LogSettings settings, Clock clock) {
        this.list = list;
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the part.
     *
     * @throws UncheckedIOException where the reader went away
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Period period, LogFilter filter, OutputStream to) {
        long size = tables.size();
        try (ExportWriter export = new ExportWriter(to);
                Stream<Sealed> entries = list.sealed(period, filter, size, PartExporter::entry)) {
            export.partHeader(settings.origin(), settings.everyKey(), size, clock.instant());
            long next = 0;
            Iterator<Sealed> rest = entries.iterator();
            while (rest.hasNext()) {
                next = write(next, batch(rest), export);
            }
            leaveOut(Run.between(next, size), export);
            String latest = tables.latestCheckpoint().orElse(null);
            if (latest != null) {
                export.checkpoint(latest);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<Sealed> batch(Iterator<Sealed> rest) {
        List<Sealed> batch = new ArrayList<>();
        while (rest.hasNext() && batch.size() < ENTRIES_AT_ONCE) {
            batch.add(rest.next());
        }
        return batch;
    }

    private long write(long from, List<Sealed> batch, ExportWriter export) throws IOException {
        Map<Run, Hash> roots = tables.roots(between(from, batch));
        long next = from;
        for (Sealed entry : batch) {
            leaveOut(Run.between(next, entry.index()), roots, export);
            export.entry(entry.index(), entry.leaf(), entry.values());
            next = entry.index() + 1;
        }
        return next;
    }

    private static List<Run> between(long from, List<Sealed> batch) {
        List<Run> runs = new ArrayList<>();
        long next = from;
        for (Sealed entry : batch) {
            runs.addAll(Run.between(next, entry.index()));
            next = entry.index() + 1;
        }
        return runs;
    }

    private void leaveOut(List<Run> runs, ExportWriter export) throws IOException {
        leaveOut(runs, tables.roots(runs), export);
    }

    private static void leaveOut(List<Run> runs, Map<Run, Hash> roots, ExportWriter export) throws IOException {
        for (Run run : runs) {
            export.leftOut(run, Objects.requireNonNull(roots.get(run)));
        }
    }

    private static Sealed entry(ResultSet row, int number) throws SQLException {
        Map<String, Commitment> values = new HashMap<>(Fields.read(row.getString("fields")));
        values.keySet().retainAll(LogList.TOLD);
        return new Sealed(row.getLong("index"), row.getString("leaf"), values);
    }

    private record Sealed(long index, String leaf, Map<String, Commitment> values) {}
}
