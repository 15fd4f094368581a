package org.partnerhub.consent.pack.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.pack.Circumstances;
import org.partnerhub.consent.pack.GatheredPiece;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.Settled;
import org.partnerhub.consent.pack.Settlement;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RequestKind;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.consent.rights.store.RequestBook;
import org.partnerhub.consent.rights.store.Requests;
import org.partnerhub.contracts.schema.Violation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is held about a person, and has each piece settled. */
@Component
public class Gathering {

    private final Requests requests;
    private final RequestBook book;
    private final Pieces pieces;
    private final HeldHere here;

    Gathering(Requests requests, RequestBook book, Pieces pieces, HeldHere here) {
        this.requests = requests;
        this.book = book;
        this.pieces = pieces;
        this.here = here;
    }

    /** The request, where pieces can still be gathered and settled for it. */
    public Optional<RightsRequest> open(RequestId id) {
        return requests.find(id).filter(it -> it.isOpen() && it.kind() == RequestKind.ACCESS);
    }

    /** Adds what is new; what was gathered before stays as it was settled. */
    @Transactional
    public void gather(RightsRequest request, List<Piece> heldElsewhere, Circumstances circumstances) {
        List<Piece> held = new ArrayList<>(heldElsewhere);
        held.addAll(here.about(request.person(), book.today(), circumstances));
        held.forEach(it -> pieces.add(request.id(), it));
    }

    @Transactional
    public Settled settle(RequestId id, UUID piece, int read, Settlement settlement, String officer) {
        if (requests.find(id).isEmpty()) {
            return new Settled.NotFound();
        }
        if (open(id).isEmpty()) {
            return new Settled.Closed();
        }
        Optional<GatheredPiece> found = pieces.find(id, piece);
        if (found.isEmpty()) {
            return new Settled.NotFound();
        }
        List<Violation> violations = settlement.violations(found.get().piece());
        if (!violations.isEmpty()) {
            return new Settled.Nonsense(violations);
        }
        return pieces.settle(piece, read, settlement, officer, book.now())
                ? new Settled.Done()
                : new Settled.ChangedMeanwhile();
    }

    /** Gives every piece whole about which there is no hint and which nobody has settled. */
    @Transactional
    public Settled includePlain(RequestId id, String officer) {
        if (requests.find(id).isEmpty()) {
            return new Settled.NotFound();
        }
        if (open(id).isEmpty()) {
            return new Settled.Closed();
        }
        pieces.of(id).stream()
                .filter(it -> !it.isSettled() && it.piece().hints().isEmpty())
                .forEach(it -> pieces.settle(it.id(), 0, Settlement.plain(), officer, book.now()));
        return new Settled.Done();
    }
}
