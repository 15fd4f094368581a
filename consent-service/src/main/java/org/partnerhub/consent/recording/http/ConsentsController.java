package org.partnerhub.consent.recording.http;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.store.ConsentHistory;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.recording.Origin;
import org.partnerhub.consent.recording.Recorded;
import org.partnerhub.consent.recording.store.BroughtEndings;
import org.partnerhub.consent.recording.store.ConsentRecorder;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.PartnerId;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recording a consent or a refusal, and reading it back. */
@RestController
class ConsentsController {

    private final ConsentRecorder recorder;
    private final BroughtEndings endings;
    private final Consents consents;
    private final ConsentHistory history;
    private final Subjects subjects;
    private final KnownDirectory directory;
    private final Clock clock;

    ConsentsController(
            ConsentRecorder recorder,
            BroughtEndings endings,
            Consents consents,
            ConsentHistory history,
            Subjects subjects,
            KnownDirectory directory,
            Clock clock) {
        this.recorder = recorder;
        this.endings = endings;
        this.consents = consents;
        this.history = history;
        this.subjects = subjects;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/consents")
    ResponseEntity<Object> record(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        if (directory.isStale()) {
            return Later.because("directory-stale", "The list of partners cannot be read now; send it again.");
        }
        if (!directory.knows(partner)) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN, "unknown-partner", "Ask the hub's operators to add your organisation.");
        }
        Optional<Origin.ByKey> origin = RequestKeys.read(key, body);
        if (origin.isEmpty()) {
            return RequestKeys.required();
        }
        return answer(recorder.before(partner, origin.get()).orElseGet(() -> record(body, partner, origin.get())));
    }

    private Recorded record(byte[] body, PartnerId partner, Origin.ByKey origin) {
        ObjectNode sent = JsonBodies.read(body, "consent", ObjectNode.class);
        JsonNode subject = sent.remove("subject");
        ConsentTerms terms = Terms.of(sent, "");
        return recorder.record(terms, subjects.find(subject), partner, origin);
    }

    private ResponseEntity<Object> answer(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Now(var consent) -> onceInForce(consent);
            case Recorded.Before(var consent) -> onceInForce(consent);
            case Recorded.KeyUsedForOtherBody() -> RequestKeys.usedForOtherBody();
            case Recorded.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    /** A refusal, like a withdrawal, is answered once nothing leaves any more that it forbids. */
    private ResponseEntity<Object> onceInForce(ConsentRecord consent) {
        return switch (endings.await(consent)) {
            case Ended.Acknowledged _ -> created(consent);
            case Ended.NotYet() ->
                Later.because(
                        "withdrawal-under-way",
                        "It is recorded and nothing new is sent against it. Send the same with the same key to hear when it is in force.");
        };
    }

    @GetMapping("/consents/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        LocalDate today = clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
        return consents.find(new ConsentId(id))
                .filter(consent -> consent.recordedBy().equals(partner))
                .<ResponseEntity<Object>>map(
                        consent -> ResponseEntity.ok(ConsentAnswer.of(consent, history.of(consent.id()), today)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "Check the id: you have recorded no such consent."));
    }

    private static ResponseEntity<Object> created(ConsentRecord consent) {
        return ResponseEntity.created(URI.create("/consents/" + consent.id())).body(ConsentAnswer.recorded(consent));
    }
}
