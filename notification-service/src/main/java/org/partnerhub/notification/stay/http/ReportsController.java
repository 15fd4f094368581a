package org.partnerhub.notification.stay.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.StoredReport;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What fhir-adapter read of HL7 v2 and FHIR, and what nobody could read. */
@RestController
class ReportsController {

    private static final int MOST = 200;

    private final Intake intake;
    private final Admissions admissions;
    private final CurrentDirectory directory;

    ReportsController(Intake intake, Admissions admissions, CurrentDirectory directory) {
        this.intake = intake;
        this.admissions = admissions;
        this.directory = directory;
    }

    record Unreadable(UUID id, String partner, String channel, String reason, Instant receivedAt, int length) {}

    record Listed(List<Unreadable> messages) {}

    private record LookedAt(UUID id, String state) {}

    @PostMapping("/internal/stays/reports")
    ResponseEntity<Object> store(@RequestBody IncomingReport report) {
        if (directory.get().partner(report.partner()).isEmpty()) {
            return ProblemResponse.of(HttpStatus.FORBIDDEN, "unknown-partner", "The hub knows no such partner.");
        }
        StoredReport stored = intake.incoming(report);
        return ResponseEntity.status(stored.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(stored);
    }

    /** What could not be read, without its content: the operator asks the hospital for it by its sender and time. */
    @GetMapping("/stays/unreadable")
    Listed unreadable() {
        return new Listed(admissions.unreadable(MOST).stream()
                .map(it -> new Unreadable(
                        it.id(),
                        it.partner().value(),
                        it.channel(),
                        it.reason(),
                        it.receivedAt(),
                        it.body().length()))
                .toList());
    }

    @PostMapping("/stays/unreadable/{id}/looked-at")
    ResponseEntity<Object> lookedAt(@PathVariable UUID id, Caller caller) {
        return admissions.lookedAt(id, caller.subject())
                ? ResponseEntity.ok(new LookedAt(id, "looked-at"))
                : ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "No such message waits to be looked at.");
    }
}
