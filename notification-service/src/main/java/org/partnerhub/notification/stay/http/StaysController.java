package org.partnerhub.notification.stay.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerhub.notification.mailbox.Acknowledgement;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stays for those who answer for them: councils acknowledge, officers see what is overdue. */
@RestController
class StaysController {

    private static final int MOST = 200;

    private final StayAccess access;
    private final Stays stays;
    private final Notices notices;
    private final Standings standings;
    private final StayLooks looks;
    private final Clock clock;

    StaysController(
            StayAccess access, Stays stays, Notices notices, Standings standings, StayLooks looks, Clock clock) {
        this.access = access;
        this.looks = looks;
        this.stays = stays;
        this.notices = notices;
        this.standings = standings;
        this.clock = clock;
    }

    private record Listed(List<Standings.Standing> stays) {}

    private record Acknowledged(UUID id, List<UUID> notices, Instant acknowledgedAt) {}

    /** The caller's own, what has been overdue longest first; officers see all. */
    @GetMapping("/stays")
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean overdue,
            Caller caller) {
        if (limit < 1 || limit > MOST) {
            throw new BadInput("/limit", "Ask for 1 to " + MOST + " stays.");
        }
        return looks.before(caller, "stays", null, () -> ResponseEntity.ok(listed(limit, overdue, caller)));
    }

    private Listed listed(int limit, boolean overdue, Caller caller) {
        return new Listed(stays.list(StayAccess.partner(caller), access.recipients(caller), overdue, limit).stream()
                .map(it -> standings.of(it.view().admissions().getLast(), it, caller))
                .toList());
    }

    /** A council takes on every notice of the stay that went to it. */
    @PostMapping("/admissions/{id}/acknowledgement")
    ResponseEntity<Object> acknowledge(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        Acknowledgement told = JsonBodies.read(body, "acknowledgement", Acknowledgement.class);
        List<GivenNotice> own = stays.ofAdmission(id).stream()
                .flatMap(it -> access.toldTo(it, caller).stream())
                .map(Notices.Row::notice)
                .filter(it -> it.kind().isAcknowledged())
                .toList();
        if (own.isEmpty()) {
            return AdmissionsController.notThere();
        }
        Instant at = told.at() == null ? clock.instant() : told.at();
        if (at.isAfter(clock.instant())) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Nobody acknowledges in the future: correct 'at'.");
        }
        own.forEach(it -> notices.acknowledge(it.id(), at, told.by(), told.reference()));
        return ResponseEntity.ok(
                new Acknowledged(id, own.stream().map(GivenNotice::id).toList(), at));
    }
}
