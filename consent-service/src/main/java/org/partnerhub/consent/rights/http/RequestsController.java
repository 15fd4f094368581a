package org.partnerhub.consent.rights.http;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.consent.rights.Asker;
import org.partnerhub.consent.rights.AskingRules;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RequestKind;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.consent.rights.TimeLimit;
import org.partnerhub.consent.rights.store.RequestBook;
import org.partnerhub.consent.rights.store.Requests;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers take requests and read the register. A look is an entry itself, committed before anything is read. */
@RestController
class RequestsController {

    private static final int LONGEST_PAGE = 200;

    private final RequestBook book;
    private final Requests requests;
    private final Subjects subjects;
    private final OfficerLooks looks;

    RequestsController(RequestBook book, Requests requests, Subjects subjects, OfficerLooks looks) {
        this.book = book;
        this.requests = requests;
        this.subjects = subjects;
        this.looks = looks;
    }

    @PostMapping("/rights-requests")
    ResponseEntity<Object> take(@RequestBody byte[] body, Caller officer) {
        Body sent = JsonBodies.read(body, "rights-request", Body.class);
        PersonFacts person = subjects.known(sent.person());
        List<Violation> violations =
                new ArrayList<>(AskingRules.violations(sent.asker(), person.birthDate(), book.today()));
        if (sent.received().isAfter(book.today())) {
            violations.add(new Violation("/received", "Give the day on which it came; it cannot be in the future."));
        }
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        RightsRequest request = sent.request(person.person(), officer.subject(), book);
        book.take(request);
        return ResponseEntity.created(URI.create("/rights-requests/" + request.id()))
                .body(RequestAnswer.of(request, book.today()));
    }

    @GetMapping("/rights-requests")
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Caller officer) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new BadInput("/limit", "Write a limit from 1 to " + LONGEST_PAGE + ".");
        }
        if (!state.equals("open") && !state.equals("all")) {
            throw new BadInput("/state", "Write open or all.");
        }
        looks.note(look(officer, "requests"));
        List<RightsRequest> found =
                requests.page(state.equals("open"), after == null ? null : new RequestId(after), limit + 1);
        List<RightsRequest> page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(new Page(
                page.stream().map(it -> RequestAnswer.of(it, book.today())).toList(),
                found.size() > limit ? page.getLast().id() : null));
    }

    @GetMapping("/rights-requests/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller officer) {
        var found = requests.find(new RequestId(id));
        looks.note(look(officer, "request")
                .with(EntryDraft.SOURCE, new RequestId(id).reference())
                .with(EntryDraft.SUBJECT, found.map(RightsRequest::person).orElse(null)));
        return found.<ResponseEntity<Object>>map(it -> ResponseEntity.ok(RequestAnswer.of(it, book.today())))
                .orElseGet(RequestProblems::notFound);
    }

    private static EntryDraft look(Caller officer, String kind) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kind);
    }

    private record Page(List<RequestAnswer> items, @Nullable RequestId next) {}

    private record Body(RequestKind kind, PersonId person, Asker asker, String wanted, LocalDate received) {
        RightsRequest request(PersonId known, String officer, RequestBook book) {
            return new RightsRequest(
                    RequestId.fresh(),
                    kind,
                    known,
                    asker,
                    wanted,
                    received,
                    TimeLimit.of(received),
                    null,
                    null,
                    officer,
                    book.now(),
                    1);
        }
    }
}
