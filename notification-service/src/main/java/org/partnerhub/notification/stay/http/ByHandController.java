package org.partnerhub.notification.stay.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.partnerhub.notification.delivery.outgoing.ByHand;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Visits;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices to councils that the hub cannot reach: an operator takes them there. */
@RestController
@RequestMapping("/stays/notices")
class ByHandController {

    private final ByHand hands;
    private final Notices notices;
    private final Visits visits;
    private final StayLooks looks;

    ByHandController(ByHand hands, Notices notices, Visits visits, StayLooks looks) {
        this.hands = hands;
        this.notices = notices;
        this.visits = visits;
        this.looks = looks;
    }

    private record Settled(UUID id, String state) {}

    /** Hands out what the council is to be told, under a decision of its own. */
    @PostMapping("/{id}/content")
    ResponseEntity<Object> handOut(@PathVariable UUID id, Caller caller) {
        return notices.find(id)
                .map(it -> looks.before(
                        caller,
                        "stay-notice",
                        visits.find(it.notice().visit())
                                .map(Visits.Row::subject)
                                .orElse(null),
                        () -> content(id)))
                .orElseGet(ByHandController::noneWaits);
    }

    private ResponseEntity<Object> content(UUID notice) {
        return hands.handOut(notice)
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .body(new String(it, StandardCharsets.UTF_8)))
                .orElseGet(ByHandController::noneWaits);
    }

    private static ResponseEntity<Object> noneWaits() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT, "wrong-state", "No such notice waits for an operator, or it may not go now.");
    }

    /** The council has it. */
    @PostMapping("/{id}/settlement")
    ResponseEntity<Object> settle(@PathVariable UUID id) {
        return notices.find(id).isPresent() && hands.arrived(id)
                ? ResponseEntity.ok(new Settled(id, "delivered"))
                : ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "Take the content out first; a notice that has arrived is settled already.");
    }
}
