package org.partnerhub.consent.recording.http;

import java.net.URI;
import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.person.UnknownPerson;
import org.partnerhub.consent.person.outgoing.People;
import org.partnerhub.consent.recording.Origin;
import org.partnerhub.consent.recording.Recorded;
import org.partnerhub.consent.recording.store.ConsentRecorder;
import org.partnerhub.contracts.consent.EmbeddedConsent;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.support.web.BadInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes a consent that came with a referral from referral-service. */
@RestController
class EmbeddedConsentsController {

    private static final String PLACE = "/consent";

    private final ConsentRecorder recorder;
    private final People people;

    EmbeddedConsentsController(ConsentRecorder recorder, People people) {
        this.recorder = recorder;
        this.people = people;
    }

    @PostMapping("/internal/consents")
    ResponseEntity<Object> record(@RequestBody EmbeddedConsent sent) {
        var terms = Terms.of(sent.consent(), PLACE);
        return switch (recorder.record(terms, subject(sent), sent.partner(), new Origin.InReferral(sent.referral()))) {
            case Recorded.Now(var consent) -> created(consent);
            case Recorded.Before(var consent) -> ResponseEntity.ok(ConsentAnswer.recorded(consent));
            case Recorded.KeyUsedForOtherBody() -> throw new IllegalStateException("A referral's consent has no key.");
            case Recorded.Nonsense(var violations) -> throw new BadInput(placed(violations));
        };
    }

    private PersonFacts subject(EmbeddedConsent sent) {
        try {
            return people.facts(sent.subject());
        } catch (UnknownPerson nobody) {
            throw new BadInput("/subject", "The hub knows nobody by this id.");
        }
    }

    private static List<Violation> placed(List<Violation> violations) {
        return violations.stream()
                .map(it -> new Violation(PLACE + it.pointer(), it.remedy()))
                .toList();
    }

    private static ResponseEntity<Object> created(ConsentRecord consent) {
        return ResponseEntity.created(URI.create("/consents/" + consent.id())).body(ConsentAnswer.recorded(consent));
    }
}
