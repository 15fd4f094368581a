package org.partnerhub.consent.log.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.partnerhub.consent.log.Consistency;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.Proof;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Proofs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log: the latest checkpoint, proofs, and the entries about a person or a reference. */
@Repository
public class LogReader {

    private static final String ENTRIES = """
            SELECT e.id, l.index, e.kind, e.at, v.fields
              FROM log_entry e LEFT JOIN log_value v ON v.entry = e.id LEFT JOIN log_leaf l ON l.entry = e.id
            """;

    /** As the contract bounds the answer; an export has them all. */
    private static final String LATEST = " ORDER BY e.at DESC, e.id DESC LIMIT 1000";

    private final JdbcClient jdbc;
    private final TreeTables tables;
    private final SamePeople people;

    LogReader(JdbcClient jdbc, TreeTables tables, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
        this.tables = tables;
    }

    public Optional<String> latestCheckpoint() {
        return tables.latestCheckpoint();
    }

    /** The latest entries about a person, under whichever of their ids, the oldest of them first. */
    public List<FoundEntry> about(UUID subject) {
        return jdbc.sql(ENTRIES + "WHERE v.subject = ANY (:ids)" + LATEST)
                .param("ids", people.everyId(new PersonId(subject)))
                .query(LogReader::entry)
                .list()
                .reversed();
    }

    public List<FoundEntry> about(String reference) {
        return jdbc.sql(ENTRIES + "WHERE v.reference = :reference" + LATEST)
                .param("reference", reference)
                .query(LogReader::entry)
                .list()
                .reversed();
    }

    /** The first entry of a kind about a reference, however many looks at it came since. */
    public Optional<FoundEntry> first(String reference, EntryKind kind) {
        return jdbc.sql(ENTRIES + "WHERE v.reference = :reference AND e.kind = :kind ORDER BY e.at, e.id LIMIT 1")
                .param("reference", reference)
                .param("kind", kind.code())
                .query(LogReader::entry)
                .optional();
    }

    /** An entry and, of a decision, what became of the same delivery; empty where there is no such entry. */
    public List<FoundEntry> around(UUID entry) {
        return jdbc.sql(ENTRIES + """
                         WHERE e.id = :entry
                            OR e.id IN (SELECT same.entry FROM log_value same
                                         WHERE same.fields -> 'delivery' ->> 1 = (SELECT fields -> 'delivery' ->> 1
                                                                                    FROM log_value WHERE entry = :entry))
                        """ + LATEST)
                .param("entry", entry)
                .query(LogReader::entry)
                .list()
                .reversed();
    }

    /** When an entry was written; the beginning of all time where there is none of this id, so that nothing is before it. */
    Instant when(UUID entry) {
        return jdbc.sql("SELECT at FROM log_entry WHERE id = :entry")
                .param("entry", entry)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** Every one, however many: for whoever asks what is held about them. */
    public List<FoundEntry> everythingAbout(UUID subject) {
        return jdbc.sql(ENTRIES + "WHERE v.subject = ANY (:ids) ORDER BY e.at, e.id")
                .param("ids", people.everyId(new PersonId(subject)))
                .query(LogReader::entry)
                .list();
    }

    /** These entries, in no order. */
    public List<FoundEntry> among(Collection<UUID> entries) {
        return jdbc.sql(ENTRIES + "WHERE e.id = ANY (:ids)")
                .param("ids", entries.toArray(UUID[]::new))
                .query(LogReader::entry)
                .list();
    }

    /** The proof of an entry against the latest checkpoint. */
    @Transactional(readOnly = true)
    public Proof prove(UUID entry) {
        Optional<Long> index = jdbc.sql("SELECT index FROM log_leaf WHERE entry = :entry")
                .param("entry", entry)
                .query(Long.class)
                .optional();
        if (index.isPresent()) {
            return prove(entry, index.get());
        }
        boolean written = jdbc.sql("SELECT EXISTS (SELECT FROM log_entry WHERE id = :entry)")
                .param("entry", entry)
                .query(Boolean.class)
                .single();
        return written ? new Proof.NotSealedYet() : new Proof.NoSuchEntry();
    }

    /** The proof that the log of an earlier checkpoint is the beginning of the latest one's; nothing where it is no earlier one. */
    @Transactional(readOnly = true)
    public Optional<Consistency> consistentWith(long earlier) {
        return sealed().filter(latest -> earlier <= latest.size())
                .map(latest -> new Consistency(
                        earlier,
                        latest.size(),
                        Proofs.consistency(earlier, latest.size(), tables).stream()
                                .map(Hash::base64)
                                .toList(),
                        latest.note()));
    }

    private Optional<Sealed> sealed() {
        return jdbc.sql("SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1")
                .query((row, number) -> new Sealed(row.getLong("size"), row.getString("note")))
                .optional();
    }

    private Proof prove(UUID entry, long index) {
        Sealed latest = sealed().orElseThrow();
        List<String> path = Proofs.inclusion(index, latest.size(), tables).stream()
                .map(Hash::base64)
                .toList();
        return new Proof.Sealed(entry, index, tables.at(0, index).base64(), path, latest.note());
    }

    static FoundEntry entry(ResultSet row, int number) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        Fields.read(row.getString("fields")).forEach((name, value) -> values.put(name, value.value()));
        return new FoundEntry(
                row.getObject("id", UUID.class),
                row.getObject("index", Long.class),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                values);
    }

    private record Sealed(long size, String note) {}
}
