package org.partnerhub.fhir.exchange.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.fhir.exchange.FhirMessage;
import org.partnerhub.fhir.exchange.outgoing.MessageSender;
import org.partnerhub.fhir.exchange.store.UsedPermits;
import org.partnerhub.support.web.CorrelationFilter;
import org.partnerhub.support.web.ProblemResponse;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Sends on the hub's behalf, if the permit says so: this service verifies it itself and believes no caller. */
@RestController
class MessagesController {

    private final PermitVerifier verifier;
    private final UsedPermits used;
    private final MessageSender sender;

    MessagesController(PermitVerifier verifier, UsedPermits used, MessageSender sender) {
        this.verifier = verifier;
        this.used = used;
        this.sender = sender;
    }

    @PostMapping("/internal/fhir/messages")
    ResponseEntity<Object> send(
            @RequestHeader(name = "Hub-Permit", required = false) @Nullable String token,
            @RequestBody FhirMessage message) {
        Permit permit;
        try {
            permit = verifier.verify(token);
            message.mustBeCoveredBy(permit);
            used.use(permit);
        } catch (PermitRefused refused) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN, "permit-refused", "Ask for a decision and send with its own, fresh permit.");
        }
        return ResponseEntity.ok(SendAnswer.of(sender.send(message, correlation(), permit.expiresAt())));
    }

    /** BaRS wants a UUID; partners of the JSON interface may have written something else. */
    private static UUID correlation() {
        String given = MDC.get(CorrelationFilter.MDC_KEY);
        try {
            return given == null ? UUID.randomUUID() : UUID.fromString(given);
        } catch (IllegalArgumentException noUuid) {
            return UUID.randomUUID();
        }
    }
}
