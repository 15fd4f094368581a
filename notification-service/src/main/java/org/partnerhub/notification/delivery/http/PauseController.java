package org.partnerhub.notification.delivery.http;

import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.outgoing.PartnerPauses;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pausing a partner: what is for its recipients waits, and nothing is lost. */
@RestController
class PauseController {

    private final PartnerPauses pauses;
    private final CurrentDirectory directory;
    private final OfficerLooks looks;

    PauseController(PartnerPauses pauses, CurrentDirectory directory, OfficerLooks looks) {
        this.pauses = pauses;
        this.directory = directory;
        this.looks = looks;
    }

    /** What the operator wants, and the version that was on the screen. */
    record Wanted(boolean paused, String reason, int version) {}

    @PutMapping("/partners/{id}/pause")
    ResponseEntity<Object> pause(@PathVariable String id, @RequestBody byte[] body, Caller operator) {
        Wanted wanted = JsonBodies.read(body, "partner-pause", Wanted.class);
        PartnerId partner = DeliveriesController.partnerOf(id);
        if (directory.get().partner(partner).isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no such partner; look at GET /partners/health.");
        }
        if (pauses.version(partner) != wanted.version()) {
            return somebodyWasFaster();
        }
        var look = new Look(
                wanted.paused() ? "partner-paused" : "partner-resumed", wanted.reason(), null, "partner/" + partner);
        return looks.before(operator, look, () -> changed(partner, wanted, operator.subject()));
    }

    private ResponseEntity<Object> changed(PartnerId partner, Wanted wanted, String operator) {
        return pauses.change(partner, wanted.paused(), wanted.reason(), operator, wanted.version())
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(PauseController::somebodyWasFaster);
    }

    private static ResponseEntity<Object> somebodyWasFaster() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT,
                "wrong-state",
                "Somebody else paused or resumed this partner since you looked; look again before you change it.");
    }
}
