package org.partnerhub.consent.recording.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.store.ConsentHistory;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.recording.Changed;
import org.partnerhub.consent.recording.Narrowing;
import org.partnerhub.consent.recording.Renewal;
import org.partnerhub.consent.recording.Told;
import org.partnerhub.consent.recording.store.BroughtEndings;
import org.partnerhub.consent.recording.store.ConsentChanges;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
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

/** Renewing and narrowing. Whoever recorded a consent renews it; whoever relies on it may pass a narrowing on. */
@RestController
class ChangesController {

    private final ConsentChanges changes;
    private final BroughtEndings endings;
    private final Consents consents;
    private final ConsentHistory history;
    private final Subjects subjects;
    private final KnownDirectory directory;
    private final Clock clock;

    ChangesController(
            ConsentChanges changes,
            BroughtEndings endings,
            Consents consents,
            ConsentHistory history,
            Subjects subjects,
            KnownDirectory directory,
            Clock clock) {
        this.changes = changes;
        this.endings = endings;
        this.consents = consents;
        this.history = history;
        this.subjects = subjects;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/consents/{id}/renewal")
    ResponseEntity<Object> renew(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        Renewal renewal = JsonBodies.read(body, "consent-renewal", Renewal.class);
        return consents.find(new ConsentId(id))
                .filter(consent -> consent.recordedBy().equals(partner))
                .map(consent -> changes.renew(consent.id(), renewal, subjects.birthDate(consent.subject()), partner))
                .map(it -> answer(it, this::renewed))
                .orElseGet(ChangesController::notFound);
    }

    @PostMapping("/consents/{id}/narrowing")
    ResponseEntity<Object> narrow(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        NarrowingBody said = JsonBodies.read(body, "consent-narrowing", NarrowingBody.class);
        if (said.at() != null && said.at().isAfter(clock.instant())) {
            throw new BadInput("/at", "Give the time at which it was said; it cannot be in the future.");
        }
        Told told = new Told(partner, said.narrowedBy().capacity(), said.reason(), said.at());
        return consents.find(new ConsentId(id))
                .filter(consent -> concerns(consent, partner))
                .map(consent -> changes.narrow(consent.id(), said.narrowing(), told))
                .map(it -> answer(it, this::narrowed))
                .orElseGet(ChangesController::notFound);
    }

    /** Whoever recorded it, and whoever may get something because of it. */
    private boolean concerns(ConsentRecord consent, PartnerId partner) {
        return consent.recordedBy().equals(partner)
                || directory.operatedBy(partner).stream().anyMatch(consent::reaches);
    }

    private ResponseEntity<Object> answer(Changed changed, Function<ConsentRecord, ResponseEntity<Object>> done) {
        return switch (changed) {
            case Changed.Done(var consent) -> done.apply(consent);
            case Changed.NotFound() -> notFound();
            case Changed.IsARefusal() ->
                wrongState("This is a refusal; record a consent where the person has changed their mind.");
            case Changed.IsWithdrawn() -> wrongState("This consent is withdrawn; record a new one.");
            case Changed.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private ResponseEntity<Object> renewed(ConsentRecord consent) {
        return inForce(consent, acknowledged -> answer(consent));
    }

    private ResponseEntity<Object> narrowed(ConsentRecord consent) {
        return inForce(
                consent,
                acknowledged -> new Narrowed(
                        consent.id(), consent.version(), acknowledged.at(), acknowledged.holdings(), answer(consent)));
    }

    private ResponseEntity<Object> inForce(ConsentRecord consent, Function<Ended.Acknowledged, Object> answer) {
        return switch (endings.await(consent)) {
            case Ended.Acknowledged acknowledged -> ResponseEntity.ok(answer.apply(acknowledged));
            case Ended.NotYet() ->
                Later.because(
                        "withdrawal-under-way",
                        "Nothing new is sent of what was taken away. Send the same again for the acknowledgement.");
        };
    }

    private ConsentAnswer answer(ConsentRecord consent) {
        return ConsentAnswer.of(consent, history.of(consent.id()), today());
    }

    private record Narrowed(
            ConsentId id, int version, Instant acknowledgedAt, List<Holding> holdings, ConsentAnswer consent) {}

    private LocalDate today() {
        return clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
    }

    private static ResponseEntity<Object> wrongState(String detail) {
        return ProblemResponse.of(HttpStatus.CONFLICT, "wrong-state", detail);
    }

    private static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Check the id: you have no such consent.");
    }

    private record NarrowingBody(
            @Nullable String reason,
            By narrowedBy,
            @Nullable Instant at,
            @Nullable Set<Purpose> purposes,
            ConsentTerms.@Nullable Recipients recipients,
            @Nullable Set<Category> categories,
            @Nullable LocalDate until,
            @Nullable List<ConsentTerms.Excepted> exceptions) {

        private record By(Capacity capacity, @Nullable String name) {}

        Narrowing narrowing() {
            return new Narrowing(purposes, recipients, categories, until, exceptions == null ? List.of() : exceptions);
        }
    }
}
