package org.partnerhub.consent.sample.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.sample.Checklist;
import org.partnerhub.consent.sample.Finding;
import org.partnerhub.consent.sample.Mark;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.SampleTerms;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the tables of audit samples. */
final class SampleRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SampleRows() {}

    static Sample sample(ResultSet row, int number) throws SQLException {
        SampleTerms terms = new SampleTerms(
                row.getInt("size"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                JSON.readValue(row.getString("filter"), LogFilter.class),
                row.getString("seed"));
        return new Sample(
                new SampleId(row.getObject("id", UUID.class)),
                terms,
                row.getString("reason"),
                row.getString("drawn_by"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getLong("log_size"),
                row.getLong("population"),
                row.getInt("drawn"),
                JSON.readValue(row.getString("checklist"), Checklist.class));
    }

    static Finding finding(ResultSet row, int number) throws SQLException {
        Map<String, Mark> answers = new TreeMap<>();
        JSON.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() {})
                .forEach((code, mark) -> answers.put(code, Mark.of(mark)));
        return Finding.of(
                row.getInt("version"),
                answers,
                row.getString("note"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
