package org.partnerhub.consent.breach.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.partnerhub.consent.breach.BreachReport;
import org.partnerhub.consent.breach.BreachWords;
import org.partnerhub.consent.breach.Reported;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.schema.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes reports of breaches and keeps them, each with an entry in the log under everybody whom it concerns. */
@Component
public class BreachReports {

    private static final int MOST_LISTED = 200;

    /** A kept report also says what is worked out from it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final ChosenDisclosures chosen;
    private final DisclosureLog log;
    private final Clock clock;

    BreachReports(JdbcClient jdbc, ChosenDisclosures chosen, DisclosureLog log, Clock clock) {
        this.jdbc = jdbc;
        this.chosen = chosen;
        this.log = log;
        this.clock = clock;
    }

    public Optional<BreachReport> find(UUID id) {
        return jdbc.sql("SELECT report FROM breach_report WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(it -> JSON.readValue(it, BreachReport.class));
    }

    /** Newest first. */
    public List<BreachReport> newest() {
        return jdbc.sql("SELECT report FROM breach_report ORDER BY made_at DESC, id DESC LIMIT :most")
                .param("most", MOST_LISTED)
                .query((row, number) -> JSON.readValue(row.getString("report"), BreachReport.class))
                .list();
    }

    @Transactional
    public Reported make(List<Long> sequences, BreachWords words, String officer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<BreachReport.Told> told = chosen.at(sequences);
        List<Violation> violations = violations(sequences, told, words, now);
        if (!violations.isEmpty()) {
            return new Reported.Nonsense(violations);
        }
        BreachReport report = new BreachReport(
                UUID.randomUUID(),
                words.awareAt(),
                words.whatHappened(),
                words.consequences(),
                words.measures(),
                words.toldToPeople(),
                told,
                officer,
                now);
        jdbc.sql(
                        "INSERT INTO breach_report (id, report, made_by, made_at) VALUES (:id, CAST(:report AS jsonb), :by, :at)")
                .param("id", report.id())
                .param("report", JSON.writeValueAsString(report))
                .param("by", officer)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        note(report);
        return new Reported.Done(report);
    }

    private static List<Violation> violations(
            List<Long> sequences, List<BreachReport.Told> told, BreachWords words, Instant now) {
        List<Violation> found = new ArrayList<>();
        TreeSet<Long> missing = new TreeSet<>(sequences);
        told.forEach(it -> missing.remove(it.sequence()));
        if (!missing.isEmpty()) {
            found.add(new Violation("/sequences", "Leave out " + missing + ": there is no decision or disclosure."));
        }
        if (words.awareAt().isAfter(now)) {
            found.add(
                    new Violation("/awareAt", "Give the time at which you became aware; it cannot be in the future."));
        }
        return found;
    }

    private void note(BreachReport report) {
        EntryDraft entry = EntryDraft.of(EntryKind.BREACH_REPORTED);
        if (report.people().isEmpty()) {
            log.append(fields(entry, report));
        }
        report.people()
                .forEach(person -> log.append(
                        fields(EntryDraft.of(EntryKind.BREACH_REPORTED), report).with(EntryDraft.SUBJECT, person)));
    }

    private static EntryDraft fields(EntryDraft entry, BreachReport report) {
        return entry.with(EntryDraft.SOURCE, report.reference())
                .with("officer", report.madeBy())
                .with("people", report.people().size())
                .with("records", report.told().size())
                .with("aware-at", report.awareAt())
                .with("categories", report.categories().stream());
    }
}
