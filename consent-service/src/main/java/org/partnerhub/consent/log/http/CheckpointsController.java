package org.partnerhub.consent.log.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.SignedCheckpoint;
import org.partnerhub.consent.log.Witness;
import org.partnerhub.consent.log.store.CheckpointWatch;
import org.partnerhub.consent.log.store.Checkpoints;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the sealing of the log stands, for officers: what was signed, what waits, and who outside could tell if it were rolled back. */
@RestController
class CheckpointsController {

    private static final int LONGEST_PAGE = 200;

    private final Checkpoints checkpoints;
    private final CheckpointWatch watch;

    CheckpointsController(Checkpoints checkpoints, CheckpointWatch watch) {
        this.checkpoints = checkpoints;
        this.watch = watch;
    }

    @GetMapping("/log/checkpoints")
    ResponseEntity<Object> list(@RequestParam @Nullable Long below, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Write a limit from 1 to " + LONGEST_PAGE + ".");
        }
        List<SignedCheckpoint> page = checkpoints.page(below, limit);
        Long next = page.size() < limit ? null : page.getLast().size();
        return ResponseEntity.ok(new Sealing(
                watch.hasStopped(), checkpoints.unsealedSince().orElse(null), page, next, checkpoints.witnesses()));
    }

    /** An answer; {@code next} is what to send as {@code below} for older ones. */
    private record Sealing(
            boolean stopped,
            @Nullable Instant unsealedSince,
            List<SignedCheckpoint> items,
            @Nullable Long next,
            List<Witness> witnesses) {}
}
