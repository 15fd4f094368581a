package org.partnerhub.notification.delivery.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.outgoing.ByHand;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What no channel reaches: an operator takes it there and says that it has arrived. */
@RestController
class HandController {

    private final ByHand hands;
    private final Deliveries deliveries;
    private final OfficerLooks looks;

    HandController(ByHand hands, Deliveries deliveries, OfficerLooks looks) {
        this.hands = hands;
        this.deliveries = deliveries;
        this.looks = looks;
    }

    record Why(String reason) {}

    private record Settled(UUID id, String state) {}

    @PostMapping("/deliveries/{id}/content")
    ResponseEntity<Object> handOut(@PathVariable UUID id, @RequestBody byte[] body, Caller operator) {
        return noted(
                "delivery-by-hand",
                id,
                body,
                operator,
                () -> hands.handOut(id)
                        .<ResponseEntity<Object>>map(it -> ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Cache-Control", "no-store")
                                .body(new String(it, StandardCharsets.UTF_8)))
                        .orElseGet(HandController::noneWaits));
    }

    @PostMapping("/deliveries/{id}/settlement")
    ResponseEntity<Object> settle(@PathVariable UUID id, @RequestBody byte[] body, Caller operator) {
        return noted(
                "delivery-settled",
                id,
                body,
                operator,
                () -> hands.arrived(id)
                        ? ResponseEntity.ok(new Settled(id, "delivered"))
                        : ProblemResponse.of(
                                HttpStatus.CONFLICT,
                                "wrong-state",
                                "Take the content out first; what has arrived is settled already."));
    }

    private ResponseEntity<Object> noted(
            String kind, UUID id, byte[] body, Caller operator, Supplier<ResponseEntity<Object>> answer) {
        Why why = JsonBodies.read(body, "person-reason", Why.class);
        Optional<Delivery> waiting =
                deliveries.find(new DeliveryId(id)).filter(it -> it.state() == DeliveryState.MANUAL);
        return waiting.isEmpty()
                ? noneWaits()
                : looks.before(
                        operator, new Look(kind, why.reason(), waiting.get().subject(), "delivery/" + id), answer);
    }

    private static ResponseEntity<Object> noneWaits() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT, "wrong-state", "No such delivery waits for an operator, or it may not go now.");
    }
}
