package org.partnerhub.consent.pack.http;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.pack.Pack;
import org.partnerhub.consent.pack.PackPaper;
import org.partnerhub.consent.pack.Settled;
import org.partnerhub.consent.pack.store.Packs;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Officers make the pack of a request, and fetch it: for people as a PDF, for machines as JSON. */
@RestController
class PackController {

    private final Packs packs;
    private final OfficerLooks looks;

    PackController(Packs packs, OfficerLooks looks) {
        this.packs = packs;
        this.looks = looks;
    }

    @PostMapping("/rights-requests/{id}/pack")
    ResponseEntity<Object> make(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Sent sent = JsonBodies.read(body, "rights-pack", Sent.class);
        RequestId request = new RequestId(id);
        return switch (packs.make(request, sent.version(), sent.words(), officer.subject())) {
            case Settled.Done() ->
                ResponseEntity.created(URI.create("/rights-requests/" + id + "/pack"))
                        .body(packs.find(request).orElseThrow());
            case Settled.NotFound() -> PackProblems.notFound();
            case Settled.ChangedMeanwhile() -> PackProblems.changedMeanwhile();
            case Settled.Closed() -> PackProblems.closed();
            case Settled.NotYet(long waiting) -> PackProblems.notYet(waiting);
            case Settled.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @GetMapping("/rights-requests/{id}/pack")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller officer) {
        return found(id, officer)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(PackProblems::notFound);
    }

    @GetMapping("/rights-requests/{id}/pack/paper")
    ResponseEntity<Object> paper(@PathVariable UUID id, Caller officer) {
        return found(id, officer)
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "attachment; filename=\"pack-" + id + ".pdf\"")
                        .body(PackPaper.of(it)))
                .orElseGet(PackProblems::notFound);
    }

    private Optional<Pack> found(UUID id, Caller officer) {
        RequestId request = new RequestId(id);
        Optional<Pack> pack = packs.find(request);
        pack.ifPresent(it -> looks.note(EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", "pack")
                .with(EntryDraft.SUBJECT, it.person())
                .with(EntryDraft.SOURCE, request.reference())));
        return pack;
    }

    private record Sent(int version, String words) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}
