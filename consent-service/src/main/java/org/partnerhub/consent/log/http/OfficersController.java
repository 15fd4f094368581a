package org.partnerhub.consent.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.store.LogExporter;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What governance officers ask of the log. Every look is an entry itself, committed before anything is read. */
@RestController
class OfficersController {

    private final OfficerLooks looks;
    private final LogReader log;
    private final LogExporter exporter;

    OfficersController(OfficerLooks looks, LogReader log, LogExporter exporter) {
        this.looks = looks;
        this.log = log;
        this.exporter = exporter;
    }

    @PostMapping("/log/searches")
    ResponseEntity<Object> search(@RequestBody byte[] body, Caller caller) {
        Search search = JsonBodies.read(body, "log-search", Search.class);
        EntryDraft look = look(caller, search.reason()).with("kind-of-look", "search");
        if (search.entry() != null) {
            return around(search.entry(), look);
        }
        looks.note(look.with(EntryDraft.SUBJECT, search.person()).with(EntryDraft.SOURCE, search.reference()));
        return found(
                search.person() == null ? log.about(String.valueOf(search.reference())) : log.about(search.person()));
    }

    /** Whom an entry is about is known only when it is read; the look is noted under that person before anything is shown. */
    private ResponseEntity<Object> around(UUID entry, EntryDraft look) {
        List<FoundEntry> entries = log.around(entry);
        looks.note(entries.stream()
                .filter(it -> it.id().equals(entry))
                .findFirst()
                .map(it -> look.with(EntryDraft.SUBJECT, it.fields().get(EntryDraft.SUBJECT))
                        .with(EntryDraft.SOURCE, it.fields().get(EntryDraft.SOURCE)))
                .orElse(look)
                .with("entry", entry));
        return found(entries);
    }

    private ResponseEntity<Object> found(List<FoundEntry> entries) {
        return ResponseEntity.ok(new Found(entries, log.latestCheckpoint().orElse(null)));
    }

    @PostMapping("/log/exports")
    void export(@RequestBody byte[] body, Caller caller, HttpServletResponse answer) throws IOException {
        Export export = JsonBodies.read(body, "log-export", Export.class);
        looks.note(look(caller, export.reason()).with("kind-of-look", "export"));
        answer.setContentType("application/x-ndjson");
        answer.setHeader("Content-Disposition", "attachment; filename=\"disclosure-log.ndjson\"");
        exporter.write(answer.getOutputStream());
    }

    private static EntryDraft look(Caller officer, String reason) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("reason", reason);
    }

    private record Search(
            @Nullable UUID person,
            @Nullable String reference,
            @Nullable UUID entry,
            String reason) {}

    private record Export(String reason) {}

    private record Found(List<FoundEntry> entries, @Nullable String checkpoint) {}
}
