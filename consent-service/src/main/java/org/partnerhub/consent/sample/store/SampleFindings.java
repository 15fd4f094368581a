package org.partnerhub.consent.sample.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.sample.Finding;
import org.partnerhub.consent.sample.Mark;
import org.partnerhub.consent.sample.Noted;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.contracts.schema.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers found about the entries of samples; each version stays, here and in the log. */
@Component
public class SampleFindings {

    private final JdbcClient jdbc;
    private final Samples samples;
    private final DisclosureLog log;
    private final Clock clock;

    SampleFindings(JdbcClient jdbc, Samples samples, DisclosureLog log, Clock clock) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.log = log;
        this.clock = clock;
    }

    /** The latest about each entry of each sample, by its place in the log; a sample without any is absent. */
    public Map<SampleId, Map<Long, Finding>> latest(Collection<SampleId> of) {
        Map<SampleId, Map<Long, Finding>> found = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (sample, sequence) * FROM audit_sample_finding
                         WHERE sample = ANY (:samples) ORDER BY sample, sequence, version DESC
                        """)
                .param("samples", of.stream().map(SampleId::value).toArray(UUID[]::new))
                .query(row -> {
                    SampleId sample = new SampleId(row.getObject("sample", UUID.class));
                    found.computeIfAbsent(sample, absent -> new HashMap<>())
                            .put(row.getLong("sequence"), SampleRows.finding(row, 0));
                });
        return found;
    }

    public Map<Long, Finding> latest(SampleId of) {
        return latest(List.of(of)).getOrDefault(of, Map.of());
    }

    /**
     * Records one in the place of the version that the officer read.
     *
     * @param read 0 where there was none
     */
    @Transactional
    public Noted record(
            SampleId id, long sequence, int read, Map<String, Mark> answers, @Nullable String note, String officer) {
        Optional<Sample> sample = samples.find(id);
        Optional<UUID> entry = Optional.ofNullable(samples.entries(id).get(sequence));
        if (sample.isEmpty() || entry.isEmpty()) {
            return new Noted.NotFound();
        }
        List<Violation> violations = sample.get().violations(answers, note);
        if (!violations.isEmpty()) {
            return new Noted.Nonsense(violations);
        }
        Finding finding =
                Finding.of(read + 1, answers, note, officer, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!add(id, sequence, finding)) {
            return new Noted.ChangedMeanwhile();
        }
        log.append(entry(id, entry.get(), finding));
        return new Noted.Done(finding);
    }

    /** Adds it where it is the next; of two at once the table's key lets one. */
    private boolean add(SampleId id, long sequence, Finding finding) {
        return jdbc.sql("""
                                INSERT INTO audit_sample_finding (sample, sequence, version, answers, note, recorded_by, recorded_at)
                                SELECT :sample, :sequence, :version, CAST(:answers AS jsonb), :note, :by, :at
                                 WHERE :version - 1 = (SELECT coalesce(max(version), 0) FROM audit_sample_finding
                                                        WHERE sample = :sample AND sequence = :sequence)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("sample", id.value())
                        .param("sequence", sequence)
                        .param("version", finding.version())
                        .param("answers", SampleRows.json(finding.answers()))
                        .param("note", finding.note())
                        .param("by", finding.by())
                        .param("at", finding.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static EntryDraft entry(SampleId id, UUID entry, Finding finding) {
        return EntryDraft.of(EntryKind.SAMPLE_FINDING)
                .with(EntryDraft.SOURCE, id.reference())
                .with("entry", entry)
                .with("version", finding.version())
                .with("officer", finding.by())
                .with("yes", questions(finding, Mark.YES))
                .with("no", questions(finding, Mark.NO))
                .with("not-applicable", questions(finding, Mark.NOT_APPLICABLE))
                .with("reason", finding.note());
    }

    private static Stream<String> questions(Finding finding, Mark mark) {
        return finding.answers().entrySet().stream()
                .filter(it -> it.getValue() == mark)
                .map(Map.Entry::getKey);
    }
}
