package org.partnerhub.referral.release.http;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.ContentRequest;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.referral.release.Outcome;
import org.partnerhub.referral.release.store.Releases;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Content for whoever sends it on, against a permit. */
@RestController
class ContentController {

    private final PermitKeys permits;
    private final Releases releases;
    private final TransactionOperations transaction;

    ContentController(PermitKeys permits, Releases releases, TransactionOperations transaction) {
        this.permits = permits;
        this.releases = releases;
        this.transaction = transaction;
    }

    @PostMapping("/internal/content")
    ResponseEntity<?> release(
            @RequestHeader(name = "Hub-Permit", required = false) @Nullable String token,
            @RequestBody ContentRequest request) {
        Permit permit;
        try {
            permit = permits.verified(token);
        } catch (PermitRefused refused) {
            return permitRefused();
        }
        return switch (transaction.execute(status -> releases.release(permit, request.delivery(), request.source()))) {
            case Outcome.Let(Released released) -> ResponseEntity.ok(released);
            case Outcome.PermitRefused() -> permitRefused();
            case Outcome.NothingThere() ->
                ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing under this reference.");
        };
    }

    private static ResponseEntity<Object> permitRefused() {
        return ProblemResponse.of(
                HttpStatus.FORBIDDEN, "permit-refused", "Ask for a new permit for this very delivery.");
    }
}
