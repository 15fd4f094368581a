package org.partnerhub.consent.consent.http;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.Recorded;
import org.partnerhub.consent.consent.store.ConsentRecorder;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.person.PersonFacts;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What partners call about consents. */
@RestController
class ConsentsController {

    private final ConsentRecorder recorder;
    private final Consents consents;
    private final Subjects subjects;
    private final KnownDirectory directory;
    private final Clock clock;

    ConsentsController(
            ConsentRecorder recorder, Consents consents, Subjects subjects, KnownDirectory directory, Clock clock) {
        this.recorder = recorder;
        this.consents = consents;
        this.subjects = subjects;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/consents")
    ResponseEntity<Object> record(@RequestBody byte[] body, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        if (directory.isStale()) {
            return Later.because("directory-stale", "The list of partners cannot be read now; send it again.");
        }
        if (!directory.knows(partner)) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN, "unknown-partner", "Ask the hub's operators to add your organisation.");
        }
        ObjectNode sent = JsonBodies.read(body, "consent", ObjectNode.class);
        JsonNode subject = sent.remove("subject");
        ConsentTerms terms = Terms.of(sent, "");
        PersonFacts person = subjects.find(subject);
        return switch (recorder.record(terms, person, partner, null)) {
            case Recorded.Now(var consent) -> created(consent);
            case Recorded.Before(var consent) -> ResponseEntity.ok(ConsentAnswer.recorded(consent));
            case Recorded.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @GetMapping("/consents/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        LocalDate today = clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
        return consents.find(new ConsentId(id))
                .filter(consent -> consent.recordedBy().equals(partner))
                .<ResponseEntity<Object>>map(consent -> ResponseEntity.ok(ConsentAnswer.of(consent, today)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "Check the id: you have recorded no such consent."));
    }

    private static ResponseEntity<Object> created(ConsentRecord consent) {
        return ResponseEntity.created(URI.create("/consents/" + consent.id())).body(ConsentAnswer.recorded(consent));
    }
}
