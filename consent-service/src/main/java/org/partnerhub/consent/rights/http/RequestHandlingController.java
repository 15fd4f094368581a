package org.partnerhub.consent.rights.http;

import java.util.UUID;
import org.partnerhub.consent.rights.Handled;
import org.partnerhub.consent.rights.Outcome;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.store.RequestBook;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Officers extend requests and answer them. */
@RestController
class RequestHandlingController {

    private final RequestBook book;

    RequestHandlingController(RequestBook book) {
        this.book = book;
    }

    @PostMapping("/rights-requests/{id}/extension")
    ResponseEntity<Object> extend(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Extension sent = JsonBodies.read(body, "rights-extension", Extension.class);
        return answer(book.extend(new RequestId(id), sent.version(), sent.reason(), officer.subject()));
    }

    @PostMapping("/rights-requests/{id}/answer")
    ResponseEntity<Object> answer(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Sent sent = JsonBodies.read(body, "rights-answer", Sent.class);
        return answer(book.answer(new RequestId(id), sent.version(), sent.outcome(), sent.words(), officer.subject()));
    }

    private ResponseEntity<Object> answer(Handled handled) {
        return switch (handled) {
            case Handled.Done(var request) -> ResponseEntity.ok(RequestAnswer.of(request, book.today()));
            case Handled.NotFound() -> RequestProblems.notFound();
            case Handled.ChangedMeanwhile() -> RequestProblems.changedMeanwhile();
            case Handled.Closed() -> RequestProblems.closed();
            case Handled.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private record Extension(int version, String reason) {}

    private record Sent(int version, Outcome outcome, String words) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}
