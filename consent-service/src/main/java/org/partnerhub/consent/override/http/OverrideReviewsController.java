package org.partnerhub.consent.override.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.officer.http.Officers;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Reviewed;
import org.partnerhub.consent.override.store.OverrideReviews;
import org.partnerhub.consent.override.store.Overrides;
import org.partnerhub.contracts.identity.OverrideId;
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

/** The review queue of sharing without consent. Every look is an entry, committed before anything is read. */
@RestController
class OverrideReviewsController {

    private static final int MOST = 200;

    private final Overrides overrides;
    private final OverrideReviews reviews;
    private final OfficerLooks looks;
    private final LogReader log;
    private final Subjects subjects;
    private final Clock clock;

    OverrideReviewsController(
            Overrides overrides,
            OverrideReviews reviews,
            OfficerLooks looks,
            LogReader log,
            Subjects subjects,
            Clock clock) {
        this.overrides = overrides;
        this.reviews = reviews;
        this.looks = looks;
        this.log = log;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping("/overrides")
    ResponseEntity<Object> list(@RequestParam(defaultValue = "waiting") String state, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        if (!state.equals("waiting") && !state.equals("all")) {
            throw new BadInput("/state", "Write waiting or all.");
        }
        looks.note(look(caller, "override-queue"));
        List<Queued> found = state.equals("all") ? overrides.newest(MOST) : overrides.waiting(MOST);
        Instant now = clock.instant();
        return ResponseEntity.ok(
                new Found(found.stream().map(it -> OverrideAnswer.of(it, now)).toList()));
    }

    @GetMapping("/overrides/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        looks.note(look(caller, "override").with(EntryDraft.SOURCE, source(id)));
        return overrides
                .find(new OverrideId(id))
                .map(this::whole)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(OverrideReviewsController::notFound);
    }

    @PostMapping("/overrides/{id}/review")
    ResponseEntity<Object> review(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        Sent sent = JsonBodies.read(body, "override-review", Sent.class);
        var finding = subjects.reason(sent.finding(), "/finding");
        return switch (reviews.review(new OverrideId(id), sent.upheld(), finding, caller.subject())) {
            case Reviewed.Now(var queued) -> ResponseEntity.ok(whole(queued));
            case Reviewed.NotFound() -> notFound();
            case Reviewed.TheirOwn() ->
                ProblemResponse.of(
                        HttpStatus.FORBIDDEN,
                        "own-override",
                        "You authorised this yourself; it is reviewed by a different officer.");
            case Reviewed.Before(var queued) ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "It has been reviewed before and is " + queued.review().state() + ".");
        };
    }

    /** With the words that lie in the log alone. */
    private OverrideAnswer whole(Queued queued) {
        OverrideId id = queued.override().id();
        return OverrideAnswer.of(
                queued,
                clock.instant(),
                words(id, EntryKind.OVERRIDE_AUTHORISED),
                words(id, EntryKind.OVERRIDE_REVIEWED),
                overrides.uses(id));
    }

    private @Nullable String words(OverrideId id, EntryKind kind) {
        return log.first(source(id.value()), kind)
                .map(it -> it.fields().get("reason"))
                .orElse(null);
    }

    private static EntryDraft look(Caller officer, String kind) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kind);
    }

    private static String source(UUID id) {
        return "override/" + id;
    }

    private static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Check the id: there is no such override.");
    }

    private record Found(List<OverrideAnswer> items) {}

    private record Sent(boolean upheld, String finding) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}
