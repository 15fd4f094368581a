package org.partnerhub.consent.release.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.officer.http.Officers;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.consent.release.ProposedRelease;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.consent.release.Released;
import org.partnerhub.consent.release.store.Releaser;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a named person lets go of what is protected about somebody, or takes it back. */
@RestController
class ReleasesController {

    private final Releaser releaser;
    private final Subjects subjects;

    ReleasesController(Releaser releaser, Subjects subjects) {
        this.releaser = releaser;
        this.subjects = subjects;
    }

    @PostMapping("/releases")
    ResponseEntity<Object> release(@RequestBody byte[] body, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        Sent sent = JsonBodies.read(body, "release", Sent.class);
        Reason reason = subjects.reason(sent.reason(), "/reason");
        ProposedRelease proposed = new ProposedRelease(
                subjects.known(sent.person()),
                sent.purpose(),
                sent.recipient(),
                sent.categories(),
                reason,
                Duration.ofHours(sent.hours()));
        return switch (releaser.release(proposed, caller.subject())) {
            case Released.Now(var release) ->
                ResponseEntity.status(HttpStatus.CREATED).body(ReleaseAnswer.of(release));
            case Released.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @PostMapping("/releases/{id}/end")
    ResponseEntity<Object> end(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        Reason reason =
                subjects.reason(JsonBodies.read(body, "release-end", End.class).reason(), "/reason");
        return releaser.takeBack(new ReleaseId(id), reason, caller.subject())
                .<ResponseEntity<Object>>map(release -> ResponseEntity.ok(ReleaseAnswer.of(release)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "Check the id: there is no such release."));
    }

    private record Sent(
            PersonId person,
            Purpose purpose,
            RecipientId recipient,
            Set<Category> categories,
            String reason,
            int hours) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }

    private record End(String reason) {
        @Override
        public String toString() {
            return "End[hidden]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ReleaseAnswer(
            ReleaseId id,
            PersonId person,
            Purpose purpose,
            RecipientId recipient,
            Set<Category> categories,
            String releasedBy,
            Instant releasedAt,
            Instant endsAt,
            @Nullable Instant endedAt) {

        static ReleaseAnswer of(ReleaseRecord it) {
            return new ReleaseAnswer(
                    it.id(),
                    it.subject(),
                    it.purpose(),
                    it.recipient(),
                    it.categories(),
                    it.releasedBy(),
                    it.releasedAt(),
                    it.endsAt(),
                    it.endedAt());
        }
    }
}
