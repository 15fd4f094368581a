package org.partnerhub.consent.pack.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.pack.GatheredPiece;
import org.partnerhub.consent.pack.Pack;
import org.partnerhub.consent.pack.Settled;
import org.partnerhub.consent.pack.Treatment;
import org.partnerhub.consent.rights.Handled;
import org.partnerhub.consent.rights.Outcome;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.consent.rights.store.RequestBook;
import org.partnerhub.consent.rights.store.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes packs, each once, with its entry in the log; they stay as they were handed over. */
@Component
public class Packs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Gathering gathering;
    private final Pieces pieces;
    private final HeldHere here;
    private final RequestBook book;
    private final DisclosureLog log;

    Packs(
            JdbcClient jdbc,
            Requests requests,
            Gathering gathering,
            Pieces pieces,
            HeldHere here,
            RequestBook book,
            DisclosureLog log) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.gathering = gathering;
        this.pieces = pieces;
        this.here = here;
        this.book = book;
        this.log = log;
    }

    public Optional<Pack> find(RequestId id) {
        return jdbc.sql("SELECT pack FROM rights_pack WHERE request = :request")
                .param("request", id.value())
                .query(String.class)
                .optional()
                .map(it -> JSON.readValue(it, Pack.class));
    }

    /** Makes the pack of a request whose pieces are all settled, and answers the request by it. */
    @Transactional
    public Settled make(RequestId id, int version, String words, String officer) {
        if (requests.find(id).isEmpty()) {
            return new Settled.NotFound();
        }
        Optional<RightsRequest> request = gathering.open(id);
        if (request.isEmpty()) {
            return new Settled.Closed();
        }
        List<GatheredPiece> all = pieces.of(id);
        long waiting = all.stream().filter(it -> !it.isSettled()).count();
        if (all.isEmpty() || waiting > 0) {
            return new Settled.NotYet(waiting);
        }
        Instant now = book.now();
        Set<String> told = here.told(request.get().person(), givenWhole(all));
        Pack pack = Pack.of(request.get(), all, told, words, now);
        Outcome outcome = pack.keptBack() ? Outcome.PARTLY : Outcome.DONE;
        if (!(book.answerWithPack(id, version, outcome, words, officer) instanceof Handled.Done)) {
            return new Settled.ChangedMeanwhile();
        }
        keep(request.get(), pack, all.size(), officer, now);
        return new Settled.Done();
    }

    private static Set<String> givenWhole(List<GatheredPiece> pieces) {
        return pieces.stream()
                .filter(it -> it.settlement() != null && it.settlement().treatment() == Treatment.INCLUDE)
                .map(it -> it.piece().key())
                .collect(Collectors.toSet());
    }

    private void keep(RightsRequest request, Pack pack, int gathered, String officer, Instant now) {
        String written = JSON.writeValueAsString(pack);
        jdbc.sql("INSERT INTO rights_pack (request, pack, made_by, made_at) VALUES (:request, :pack, :by, :at)")
                .param("request", request.id().value())
                .param("pack", written)
                .param("by", officer)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        log.append(EntryDraft.of(EntryKind.PACK_MADE)
                .with(EntryDraft.SUBJECT, request.person())
                .with(EntryDraft.SOURCE, request.id().reference())
                .with("officer", officer)
                .with("capacity", request.asker().capacity().code())
                .with("pieces", gathered)
                .with("given", pack.pieces().size())
                .with("content-hash", hash(written)));
    }

    private static String hash(String written) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
