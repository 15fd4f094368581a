package org.partnerhub.consent.breach.http;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.breach.BreachPaper;
import org.partnerhub.consent.breach.BreachReport;
import org.partnerhub.consent.breach.BreachWords;
import org.partnerhub.consent.breach.Reported;
import org.partnerhub.consent.breach.store.BreachReports;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Officers report breaches. A look is an entry itself, committed before anything is read. */
@RestController
class BreachReportsController {

    private final BreachReports reports;
    private final OfficerLooks looks;

    BreachReportsController(BreachReports reports, OfficerLooks looks) {
        this.reports = reports;
        this.looks = looks;
    }

    @PostMapping("/breach-reports")
    ResponseEntity<Object> make(@RequestBody byte[] body, Caller officer) {
        Sent sent = JsonBodies.read(body, "breach-report", Sent.class);
        return switch (reports.make(sent.sequences(), sent.words(), officer.subject())) {
            case Reported.Done(var report) ->
                ResponseEntity.created(URI.create("/breach-reports/" + report.id()))
                        .body(report);
            case Reported.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @GetMapping("/breach-reports")
    ResponseEntity<Object> list(Caller officer) {
        looks.note(look(officer, "breaches"));
        return ResponseEntity.ok(new All(reports.newest()));
    }

    @GetMapping("/breach-reports/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller officer) {
        return found(id, officer)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(BreachReportsController::notFound);
    }

    @GetMapping("/breach-reports/{id}/paper")
    ResponseEntity<Object> paper(@PathVariable UUID id, Caller officer) {
        return found(id, officer)
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "attachment; filename=\"breach-" + id + ".pdf\"")
                        .body(BreachPaper.of(it)))
                .orElseGet(BreachReportsController::notFound);
    }

    private Optional<BreachReport> found(UUID id, Caller officer) {
        looks.note(look(officer, "breach").with(EntryDraft.SOURCE, "breach/" + id));
        return reports.find(id);
    }

    private static EntryDraft look(Caller officer, String kind) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kind);
    }

    private static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no breach report of this id; see their list.");
    }

    private record All(List<BreachReport> items) {}

    private record Sent(
            List<Long> sequences,
            OffsetDateTime awareAt,
            String whatHappened,
            String consequences,
            String measures,
            boolean toldToPeople) {
        BreachWords words() {
            Instant aware = awareAt.toInstant();
            return new BreachWords(aware, whatHappened, consequences, measures, toldToPeople);
        }

        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}
