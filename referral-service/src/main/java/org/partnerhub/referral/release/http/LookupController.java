package org.partnerhub.referral.release.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.person.store.Lookups;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether a story is there already, for a partner that has a name and not the hub's id. Who is not permitted learns nothing: one answer
 * for those known and those not, of one size, after one time, and not often. Every question is decided and so in the disclosure log,
 * under an id of nobody where nobody is surely meant.
 */
@RestController
class LookupController {

    private static final String MINUTE = "60";

    private final PulledDisclosures disclosures;
    private final Asking asking;
    private final People people;
    private final Lookups lookups;
    private final Pathways pathways;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final String audience;
    private final Duration answeredAfter;

    LookupController(
            PulledDisclosures disclosures,
            Asking asking,
            People people,
            Lookups lookups,
            Pathways pathways,
            TransactionOperations transaction,
            Clock clock,
            @Value("${spring.application.name}") String audience,
            @Value("${hub.lookups.answered-after}") Duration answeredAfter) {
        this.disclosures = disclosures;
        this.asking = asking;
        this.people = people;
        this.lookups = lookups;
        this.pathways = pathways;
        this.transaction = transaction;
        this.clock = clock;
        this.audience = audience;
        this.answeredAfter = answeredAfter;
    }

    private record Lookup(String purpose, @Nullable String recipient, Demographics person) {}

    /**
     * The answer under a permit.
     *
     * @param person absent where nobody is surely meant
     * @param story where the permitted part of the story is read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            boolean known,
            @Nullable PersonId person,
            @Nullable String story,
            DecisionId decision) {}

    @PostMapping("/people/lookup")
    @Nullable
    ResponseEntity<?> lookUp(@RequestBody byte[] body, Caller caller, HttpServletResponse response) throws IOException {
        long begun = System.nanoTime();
        Lookup lookup = JsonBodies.read(body, "person-lookup", Lookup.class);
        PartnerId partner = new PartnerId(caller.requiredPartner());
        Purpose purpose = asking.purpose(lookup.purpose());
        RecipientId recipient = asking.recipient(partner, lookup.recipient());
        if (!transaction.execute(status -> lookups.note(partner.value(), purpose.value(), clock.instant()))) {
            return tooOften();
        }
        Optional<PersonId> found = people.lookUp(lookup.person(), partner.value());
        PersonId subject = found.orElseGet(PersonId::fresh);
        DecisionRequest request = new DecisionRequest(
                subject,
                recipient,
                purpose,
                pathways.tells(purpose),
                UUID.randomUUID(),
                1,
                Set.of(audience),
                "story/" + subject,
                partner.value());
        Pulled pulled =
                disclosures.pull(request, (permit, decided) -> answer(found, purpose, recipient, decided.decision()));
        evenOut(begun);
        return switch (pulled) {
            case Pulled.Told told -> disclosures.tell(told, response);
            case Pulled.Refused _ -> refused();
            case Pulled.Undecided() -> Undecidable.later();
        };
    }

    private static Answer answer(
            Optional<PersonId> found, Purpose purpose, RecipientId recipient, DecisionId decision) {
        return new Answer(
                found.isPresent(),
                found.orElse(null),
                found.map(person -> "/people/" + person + "/story?purpose=" + purpose + "&recipient=" + recipient)
                        .orElse(null),
                decision);
    }

    /** Waits until a whole number of the set time has passed: how long the hub thought tells nobody anything. */
    private void evenOut(long begun) {
        long step = answeredAfter.toNanos();
        long left = step - (System.nanoTime() - begun) % step;
        try {
            TimeUnit.NANOSECONDS.sleep(left);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not say what is missing: that would tell a refusal, and with it the person, from nobody. */
    private static ResponseEntity<ProblemDetail> refused() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(
                        HttpStatus.FORBIDDEN,
                        "not-permitted",
                        "Nothing may be told for this purpose, whether or not somebody is known. A consent that covers it, or"
                                + " the word of the hub's governance officers, would change that."));
    }

    private static ResponseEntity<ProblemDetail> tooOften() {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, MINUTE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ProblemResponse.problem(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "You have looked up too many people; ask again later, or ask the hub's operators for a higher limit."));
    }
}
