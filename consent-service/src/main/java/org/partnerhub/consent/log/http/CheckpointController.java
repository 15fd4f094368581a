package org.partnerhub.consent.log.http;

import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.log.Proof;
import org.partnerhub.consent.log.store.Checkpoints;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What lets anybody witness the log: checkpoints and proofs, no values. */
@RestController
class CheckpointController {

    /** A checkpoint's signature line begins with a dash that ASCII does not have. */
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final LogReader log;
    private final Checkpoints checkpoints;

    CheckpointController(LogReader log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** Partners that ask are its witnesses. */
    @GetMapping("/log/checkpoint")
    ResponseEntity<Object> checkpoint(Caller caller) {
        return answered(
                caller.partner() == null ? log.latestCheckpoint() : checkpoints.witnessedBy(caller.requiredPartner()));
    }

    @GetMapping("/internal/checkpoint")
    ResponseEntity<Object> checkpointForServices() {
        return answered(log.latestCheckpoint());
    }

    private static ResponseEntity<Object> answered(Optional<String> latest) {
        return latest.<ResponseEntity<Object>>map(
                        note -> ResponseEntity.ok().header("Content-Type", TEXT).body(note))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND,
                        "no-checkpoint-yet",
                        "The log is empty; ask again once something is in it."));
    }

    @GetMapping("/log/consistency/{earlier}")
    ResponseEntity<Object> consistency(@PathVariable long earlier) {
        return log.consistentWith(Math.max(0, earlier))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "The log has no so many entries. If a checkpoint of yours says that it had, keep it and tell the hub's"
                                + " governance officers: the log was rolled back."));
    }

    @GetMapping("/log/entries/{id}/proof")
    ResponseEntity<Object> proof(@PathVariable UUID id) {
        return switch (log.prove(id)) {
            case Proof.Sealed proof -> ResponseEntity.ok(proof);
            case Proof.NotSealedYet() ->
                ProblemResponse.of(
                        HttpStatus.NOT_FOUND,
                        "not-sealed-yet",
                        "The entry is written; the next checkpoint covers it. Ask again in a second.");
            case Proof.NoSuchEntry() ->
                ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Check the id: the log has no such entry.");
        };
    }
}
