package org.partnerhub.consent.pack.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.consent.pack.Circumstances;
import org.partnerhub.consent.pack.Ground;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.Settled;
import org.partnerhub.consent.pack.Settlement;
import org.partnerhub.consent.pack.Treatment;
import org.partnerhub.consent.pack.outgoing.HeldElsewhere;
import org.partnerhub.consent.pack.store.Gathering;
import org.partnerhub.consent.pack.store.Pieces;
import org.partnerhub.consent.rights.Asker;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.consent.rights.store.Requests;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Officers gather what is held about a person who asked, and settle it piece by piece. Looks are entries, committed first. */
@RestController
class PiecesController {

    private static final String PIECES = "/rights-requests/{id}/pieces";

    private final Requests requests;
    private final Gathering gathering;
    private final Pieces pieces;
    private final HeldElsewhere elsewhere;
    private final Subjects subjects;
    private final OfficerLooks looks;

    PiecesController(
            Requests requests,
            Gathering gathering,
            Pieces pieces,
            HeldElsewhere elsewhere,
            Subjects subjects,
            OfficerLooks looks) {
        this.requests = requests;
        this.gathering = gathering;
        this.pieces = pieces;
        this.elsewhere = elsewhere;
        this.subjects = subjects;
        this.looks = looks;
    }

    @PostMapping(PIECES)
    ResponseEntity<Object> gather(
            @PathVariable UUID id,
            @RequestBody byte[] body,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            Caller officer) {
        String reason = JsonBodies.read(body, "record-reason", Why.class).reason();
        RequestId request = new RequestId(id);
        if (requests.find(request).isEmpty()) {
            return PackProblems.notFound();
        }
        Optional<RightsRequest> open = gathering.open(request);
        if (open.isEmpty()) {
            return PackProblems.closed();
        }
        looks.note(look(officer, open.get()).with("reason", reason));
        Circumstances circumstances = new Circumstances(
                open.get().asker().capacity() != Asker.Capacity.SELF,
                subjects.known(open.get().person()).protectedWhereabouts());
        List<Piece> held = elsewhere.about(open.get().person(), reason, token, circumstances);
        gathering.gather(open.get(), held, circumstances);
        return ResponseEntity.ok(PieceAnswer.All.of(pieces.of(request)));
    }

    @GetMapping(PIECES)
    ResponseEntity<Object> read(@PathVariable UUID id, Caller officer) {
        RequestId request = new RequestId(id);
        Optional<RightsRequest> found = requests.find(request);
        if (found.isEmpty()) {
            return PackProblems.notFound();
        }
        looks.note(look(officer, found.get()));
        return ResponseEntity.ok(PieceAnswer.All.of(pieces.of(request)));
    }

    @PutMapping(PIECES + "/{piece}")
    ResponseEntity<Object> settle(
            @PathVariable UUID id, @PathVariable UUID piece, @RequestBody byte[] body, Caller officer) {
        Sent sent = JsonBodies.read(body, "rights-piece", Sent.class);
        RequestId request = new RequestId(id);
        return answer(request, gathering.settle(request, piece, sent.version(), sent.settlement(), officer.subject()));
    }

    @PostMapping(PIECES + "/inclusion")
    ResponseEntity<Object> includePlain(@PathVariable UUID id, Caller officer) {
        RequestId request = new RequestId(id);
        return answer(request, gathering.includePlain(request, officer.subject()));
    }

    private ResponseEntity<Object> answer(RequestId request, Settled settled) {
        return switch (settled) {
            case Settled.Done() -> ResponseEntity.ok(PieceAnswer.All.of(pieces.of(request)));
            case Settled.NotFound() -> PackProblems.notFound();
            case Settled.ChangedMeanwhile() -> PackProblems.changedMeanwhile();
            case Settled.Closed() -> PackProblems.closed();
            case Settled.NotYet(long waiting) -> PackProblems.notYet(waiting);
            case Settled.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private static EntryDraft look(Caller officer, RightsRequest request) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", "request-pieces")
                .with(EntryDraft.SUBJECT, request.person())
                .with(EntryDraft.SOURCE, request.id().reference());
    }

    private record Why(String reason) {}

    private record Sent(
            int version,
            boolean thirdParty,
            boolean seriousHarm,
            Treatment treatment,
            @Nullable String text,
            @Nullable Ground ground,
            @Nullable String note) {
        Settlement settlement() {
            return new Settlement(thirdParty, seriousHarm, treatment, text, ground, note);
        }

        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}
