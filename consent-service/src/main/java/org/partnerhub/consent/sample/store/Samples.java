package org.partnerhub.consent.sample.store;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.SampleTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The samples that were drawn, and which entries they are of. */
@Repository
public class Samples {

    private final JdbcClient jdbc;

    Samples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Sample> find(SampleId id) {
        return jdbc.sql("SELECT * FROM audit_sample WHERE id = :id")
                .param("id", id.value())
                .query(SampleRows::sample)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param after the last of the page before
     */
    public List<Sample> page(@Nullable SampleId after, int most) {
        return jdbc.sql("""
                        SELECT * FROM audit_sample
                         WHERE CAST(:after AS uuid) IS NULL
                            OR (drawn_at, id) < (SELECT drawn_at, id FROM audit_sample WHERE id = :after)
                         ORDER BY drawn_at DESC, id DESC LIMIT :most
                        """)
                .param("after", after == null ? null : after.value())
                .param("most", most)
                .query(SampleRows::sample)
                .list();
    }

    /** Ids of its entries by their place in the log, in the order in which they were drawn. */
    public SequencedMap<Long, UUID> entries(SampleId id) {
        SequencedMap<Long, UUID> entries = new LinkedHashMap<>();
        jdbc.sql("SELECT sequence, entry FROM audit_sample_entry WHERE sample = :id ORDER BY place")
                .param("id", id.value())
                .query((row, number) -> Map.entry(row.getLong("sequence"), row.getObject("entry", UUID.class)))
                .list()
                .forEach(it -> entries.put(it.getKey(), it.getValue()));
        return entries;
    }

    void add(Sample sample) {
        SampleTerms terms = sample.terms();
        jdbc.sql("""
                        INSERT INTO audit_sample (id, reason, drawn_by, drawn_at, seed, size, first_day, last_day, filter, log_size,
                            population, drawn, checklist)
                        VALUES (:id, :reason, :by, :at, :seed, :size, :from, :until, CAST(:filter AS jsonb), :logSize,
                            :population, :drawn, CAST(:checklist AS jsonb))
                        """)
                .param("id", sample.id().value())
                .param("reason", sample.reason())
                .param("by", sample.drawnBy())
                .param("at", sample.drawnAt().atOffset(ZoneOffset.UTC))
                .param("seed", terms.seed())
                .param("size", terms.size())
                .param("from", terms.from())
                .param("until", terms.until())
                .param("filter", SampleRows.json(terms.filter()))
                .param("logSize", sample.logSize())
                .param("population", sample.population())
                .param("drawn", sample.drawn())
                .param("checklist", SampleRows.json(sample.checklist()))
                .update();
    }

    void add(SampleId id, List<SampleDraw.Ball> drawn) {
        jdbc.sql("""
                        INSERT INTO audit_sample_entry (sample, sequence, entry, place)
                        SELECT :id, sequence, entry, place
                          FROM unnest(CAST(:sequences AS bigint[]), CAST(:entries AS uuid[]))
                               WITH ORDINALITY AS drawn (sequence, entry, place)
                        """)
                .param("id", id.value())
                .param(
                        "sequences",
                        drawn.stream().map(SampleDraw.Ball::sequence).toArray(Long[]::new))
                .param("entries", drawn.stream().map(SampleDraw.Ball::entry).toArray(UUID[]::new))
                .update();
    }
}
