package org.partnerhub.referral.routing.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.referral.Soundness;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.routing.Route;
import org.partnerhub.referral.routing.route.Situations;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Where a referral would go. It keeps nothing, makes nobody and sends nothing. */
@RestController
class PreviewController {

    private final Soundness soundness;
    private final Pathways pathways;
    private final Situations situations;
    private final People people;
    private final Trials trials;
    private final KnownDirectory directory;
    private final Clock clock;

    PreviewController(
            Soundness soundness,
            Pathways pathways,
            Situations situations,
            People people,
            Trials trials,
            KnownDirectory directory,
            Clock clock) {
        this.soundness = soundness;
        this.pathways = pathways;
        this.situations = situations;
        this.people = people;
        this.trials = trials;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/referrals/preview")
    ResponseEntity<?> preview(@RequestBody byte[] body, Caller caller) {
        Optional<Directory> known = directory.last();
        if (known.isEmpty()) {
            return later();
        }
        PartnerId sender = new PartnerId(caller.requiredPartner());
        if (known.get().partner(sender).isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN,
                    "unknown-partner",
                    "The hub's operators have to add you to the directory first.");
        }
        SentReferral sent = JsonBodies.read(body, "referral", SentReferral.class);
        List<Violation> violations = soundness.violations(sent, sender, known.get(), clock.instant());
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        try {
            return ResponseEntity.ok(preview(sent, sender, known.get()));
        } catch (RestClientException | OAuth2AuthorizationException undecidable) {
            return later();
        }
    }

    private Preview preview(SentReferral sent, PartnerId sender, Directory known) {
        Instant now = clock.instant();
        Optional<KnownPerson> person = person(sent, sender);
        return new Preview(IntStream.range(0, sent.asks().size())
                .mapToObj(position -> step(position, sent, sender, person, known, now))
                .toList());
    }

    private Optional<KnownPerson> person(SentReferral sent, PartnerId sender) {
        var id = sent.subject().personId();
        if (id == null) {
            return people.lookUp(sent.subject().demographics(), sender.value()).flatMap(people::find);
        }
        return Optional.of(people.find(id)
                .orElseThrow(() -> new BadInput(
                        "/subject/personId", "Write the id of a person whom the hub knows, or demographics.")));
    }

    private Preview.Step step(
            int position,
            SentReferral sent,
            PartnerId sender,
            Optional<KnownPerson> person,
            Directory known,
            Instant now) {
        var ask = sent.asks().get(position);
        var situation = situations.of(sent, sender, person, ask, known, now);
        return switch (pathways.route(situation, known)) {
            case Route.ToAPerson(String missing, String words) ->
                new Preview.Step(position, ask.purpose(), null, null, null, null, null, null, null, missing, words);
            case Route.To to -> trials.step(position, ask.purpose(), to, sent, person, known);
        };
    }

    private static ResponseEntity<?> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "It cannot be said now where this would go; ask again later."));
    }
}
