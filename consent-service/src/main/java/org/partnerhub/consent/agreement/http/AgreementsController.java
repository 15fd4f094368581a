package org.partnerhub.consent.agreement.http;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.AgreementState;
import org.partnerhub.consent.agreement.Entered;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.consent.agreement.store.AgreementBook;
import org.partnerhub.consent.agreement.store.Agreements;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers enter, change and read agreements. A look is an entry itself, committed before anything is read. */
@RestController
class AgreementsController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int LONGEST_PAGE = 200;

    private final AgreementBook book;
    private final Agreements agreements;
    private final OfficerLooks looks;
    private final Clock clock;
    private final Period warnBefore;

    AgreementsController(
            AgreementBook book,
            Agreements agreements,
            OfficerLooks looks,
            Clock clock,
            @Value("${hub.agreement.warn-before}") Period warnBefore) {
        this.book = book;
        this.agreements = agreements;
        this.looks = looks;
        this.clock = clock;
        this.warnBefore = warnBefore;
    }

    @GetMapping("/agreements")
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller officer) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Write a limit from 1 to " + LONGEST_PAGE + ".");
        }
        if (state != null && !AgreementAnswer.STATES.contains(state)) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Write a state of " + AgreementAnswer.STATES + ".");
        }
        looks.note(look(officer).with("partner", partner == null ? null : partner(partner)));
        List<AgreementAnswer> found = agreements.all().stream()
                .filter(it -> it.agreement().reference().compareTo(after) > 0)
                .map(this::answer)
                .filter(it -> partner == null || it.partner().value().equals(partner))
                .filter(it -> state == null || it.is(state))
                .limit(limit + 1L)
                .toList();
        List<AgreementAnswer> page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(
                new Page(page, found.size() > limit ? page.getLast().reference() : null));
    }

    @GetMapping("/agreements/{reference}")
    ResponseEntity<Object> read(@PathVariable String reference, Caller officer) {
        var found = agreements.find(reference);
        // what matches nothing could be anything, a name among them
        looks.note(look(officer).with("agreement", found.isPresent() ? reference : null));
        return found.<ResponseEntity<Object>>map(it -> ResponseEntity.ok(withHistory(it)))
                .orElseGet(AgreementsController::notFound);
    }

    @PostMapping("/agreements")
    ResponseEntity<Object> enter(@RequestBody byte[] body, Caller officer) {
        Body sent = JsonBodies.read(body, "agreement", Body.class);
        return switch (book.enter(sent.as(sent.reference(), sent.partner()), officer.subject())) {
            case Entered.Done(var kept) ->
                ResponseEntity.created(
                                URI.create("/agreements/" + kept.agreement().reference()))
                        .body(withHistory(kept));
            case Entered.ReferenceTaken() ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "There is an agreement of this reference; change that one.");
            case Entered.NotFound _, Entered.ChangedMeanwhile _ -> notFound();
            case Entered.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @PutMapping("/agreements/{reference}")
    ResponseEntity<Object> change(@PathVariable String reference, @RequestBody byte[] body, Caller officer) {
        Change sent = JsonBodies.read(body, "agreement-change", Change.class);
        PartnerId partner =
                agreements.find(reference).map(it -> it.agreement().partner()).orElse(null);
        if (partner == null) {
            return notFound();
        }
        return switch (book.change(sent.as(reference, partner), sent.version(), sent.reason(), officer.subject())) {
            case Entered.Done(var kept) -> ResponseEntity.ok(withHistory(kept));
            case Entered.ChangedMeanwhile() ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Somebody else changed the agreement meanwhile; read it again.");
            case Entered.NotFound() -> notFound();
            case Entered.ReferenceTaken() -> notFound();
            case Entered.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private AgreementAnswer answer(KeptAgreement kept) {
        LocalDate today = clock.instant().atZone(ENGLAND).toLocalDate();
        return AgreementAnswer.of(kept, AgreementState.of(kept.agreement(), today, warnBefore), today);
    }

    private AgreementAnswer withHistory(KeptAgreement kept) {
        return answer(kept).with(agreements.history(kept.agreement().reference()));
    }

    private static PartnerId partner(String code) {
        try {
            return new PartnerId(code);
        } catch (IllegalArgumentException noCode) {
            throw new BadInput("/partner", "Write a partner's code: lower-case words joined by hyphens.");
        }
    }

    private static EntryDraft look(Caller officer) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", "agreements");
    }

    private static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "There is no agreement of this reference.");
    }

    private record Page(
            List<AgreementAnswer> items, @Nullable String next) {}

    private record Body(
            String reference,
            PartnerId partner,
            Set<Purpose> purposes,
            Set<Category> categories,
            LocalDate from,
            LocalDate until,
            LocalDate reviewOn,
            List<String> signedBy) {
        Agreement as(String reference, PartnerId partner) {
            return new Agreement(reference, partner, purposes, categories, from, until, reviewOn, signedBy);
        }
    }

    private record Change(
            String reason,
            @Nullable Integer version,
            Set<Purpose> purposes,
            Set<Category> categories,
            LocalDate from,
            LocalDate until,
            LocalDate reviewOn,
            List<String> signedBy) {
        Agreement as(String reference, PartnerId partner) {
            return new Agreement(reference, partner, purposes, categories, from, until, reviewOn, signedBy);
        }
    }
}
