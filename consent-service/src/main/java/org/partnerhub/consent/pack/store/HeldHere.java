package org.partnerhub.consent.pack.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.ConsentRegister;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.consent.pack.Circumstances;
import org.partnerhub.consent.pack.Hint;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.PlainLines;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What consent-service itself holds of a person: consents and the entries of the log. */
@Component
class HeldHere {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CONSENTS = 10_000;

    /** How the hub's own officers go about their work is not about the person (UK GDPR Article 4(1)); the request itself is known. */
    private static final Set<String> OWN_WORK = Set.of(
            "officer-looked",
            "request-received",
            "request-extended",
            "request-answered",
            "pack-made",
            "sample-drawn",
            "sample-finding");

    /** Whom the hub told, in these entries. */
    private static final Set<String> TOLD = Set.of("delivered", "waiting-in-mailbox", "unknown");

    /** Names of technical fields; who of its staff did something is the hub's, the role is said. */
    private static final Set<String> NOT_SAID = Set.of(
            "subject",
            "correlation",
            "officer",
            "delivery",
            "attempt",
            "policy",
            "content-hash",
            "decision",
            "source",
            "other");

    private final LogReader log;
    private final ConsentRegister consents;

    HeldHere(LogReader log, ConsentRegister consents) {
        this.log = log;
        this.consents = consents;
    }

    List<Piece> about(PersonId person, LocalDate today, Circumstances circumstances) {
        List<Piece> pieces = new ArrayList<>();
        var filter = new ConsentRegister.Filter(null, person.value(), null, null, null, null, null);
        consents.page(filter, today, MOST_CONSENTS).forEach(it -> pieces.add(piece(it, circumstances)));
        log.everythingAbout(person.value()).stream()
                .filter(it -> !OWN_WORK.contains(it.kind()))
                .forEach(it -> pieces.add(piece(it, circumstances)));
        return pieces;
    }

    /**
     * The places that were sent something about a person, or may have been.
     *
     * @param given keys of the pieces that are given whole: what is kept back is not told by this list either
     */
    Set<String> told(PersonId person, Set<String> given) {
        Set<String> places = new TreeSet<>();
        log.everythingAbout(person.value()).stream()
                .filter(it -> given.contains("log/" + it.id()))
                .filter(it -> it.kind().equals("disclosure")
                        && TOLD.contains(it.fields().getOrDefault("outcome", "")))
                .map(it -> it.fields().getOrDefault("recipient", ""))
                .filter(it -> !it.isEmpty())
                .forEach(places::add);
        return places;
    }

    private static Piece piece(ConsentRecord consent, Circumstances circumstances) {
        JsonNode terms = JSON.valueToTree(consent.terms());
        return new Piece(
                "consent/" + consent.id() + "/" + consent.version(),
                "consent",
                consent.recordedAt(),
                consent.recordedBy().value(),
                null,
                PlainLines.of(terms, Set.of()),
                Hint.about("consent", null, circumstances));
    }

    private static Piece piece(FoundEntry entry, Circumstances circumstances) {
        return new Piece(
                "log/" + entry.id(),
                entry.kind(),
                entry.at(),
                null,
                null,
                PlainLines.of(JSON.valueToTree(entry.fields()), NOT_SAID),
                Hint.about(entry.kind(), null, circumstances));
    }
}
