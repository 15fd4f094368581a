package org.partnerhub.notification.delivery.http;

import java.util.Map;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.outgoing.TestMessages;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Test messages to a partner's webhooks. */
@RestController
class TestsController {

    private final TestMessages messages;
    private final CurrentDirectory directory;
    private final OfficerLooks looks;

    TestsController(TestMessages messages, CurrentDirectory directory, OfficerLooks looks) {
        this.messages = messages;
        this.directory = directory;
        this.looks = looks;
    }

    record Why(String reason) {}

    @PostMapping("/partners/{id}/test-messages")
    ResponseEntity<Object> send(@PathVariable String id, @RequestBody byte[] body, Caller operator) {
        Why why = JsonBodies.read(body, "person-reason", Why.class);
        PartnerId partner = DeliveriesController.partnerOf(id);
        if (directory.fresh().partner(partner).isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no such partner; look at GET /partners/health.");
        }
        return looks.before(
                operator,
                new Look("partner-tested", why.reason(), null, "partner/" + partner),
                () -> ResponseEntity.ok(Map.of("items", messages.send(partner))));
    }
}
