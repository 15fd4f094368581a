package org.partnerhub.consent.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.rights.RightsRequest;

/**
 * What is handed over.
 *
 * @param words what the officer writes to whoever asked
 * @param told places that were sent something (UK GDPR Article 15(1)(c))
 * @param keptBack whether anything was taken out or kept back
 * @param keptBackBecause why, as far as that can be said without harm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pack(
        String request,
        String person,
        LocalDate received,
        Instant madeAt,
        String words,
        List<String> told,
        boolean keptBack,
        List<String> keptBackBecause,
        List<Given> pieces) {

    public Pack {
        told = List.copyOf(told);
        keptBackBecause = List.copyOf(keptBackBecause);
        pieces = List.copyOf(pieces);
    }

    /** One piece as it is given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(
            String kind,
            Instant at,
            @Nullable String by,
            @Nullable String category,
            String text) {}

    /** The pack of pieces that are all settled. */
    public static Pack of(
            RightsRequest request, List<GatheredPiece> pieces, Set<String> told, String words, Instant now) {
        List<Given> given = new ArrayList<>();
        Set<String> because = new LinkedHashSet<>();
        boolean keptBack = false;
        for (GatheredPiece it : pieces) {
            Settlement settlement = it.settlement();
            if (settlement == null) {
                throw new IllegalArgumentException("A piece is not settled.");
            }
            Ground ground = settlement.ground();
            keptBack |= settlement.treatment() != Treatment.INCLUDE;
            if (ground != null && ground.maybeNamed()) {
                because.add(ground.code());
            }
            if (settlement.treatment() != Treatment.WITHHOLD) {
                given.add(given(it.piece(), settlement));
            }
        }
        return new Pack(
                request.id().toString(),
                request.person().toString(),
                request.received(),
                now,
                words,
                List.copyOf(new TreeSet<>(told)),
                keptBack,
                List.copyOf(because),
                given);
    }

    private static Given given(Piece piece, Settlement settlement) {
        String text = settlement.text() == null ? piece.text() : settlement.text();
        return new Given(piece.kind(), piece.at(), piece.by(), piece.category(), text);
    }

    @Override
    public String toString() {
        return "Pack[" + request + "]";
    }
}
