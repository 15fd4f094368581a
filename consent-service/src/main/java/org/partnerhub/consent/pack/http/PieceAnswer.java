package org.partnerhub.consent.pack.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.pack.GatheredPiece;
import org.partnerhub.consent.pack.Ground;
import org.partnerhub.consent.pack.Hint;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.Settlement;
import org.partnerhub.consent.pack.Treatment;

/** A piece as the officer who settles it reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PieceAnswer(
        UUID id,
        String key,
        String kind,
        Instant at,
        @Nullable String by,
        @Nullable String category,
        String text,
        Set<Hint> hints,
        @Nullable Settling settlement,
        int version) {

    /** How it was settled, and by whom. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settling(
            boolean thirdParty,
            boolean seriousHarm,
            Treatment treatment,
            @Nullable String text,
            @Nullable Ground ground,
            @Nullable String note,
            @Nullable String by,
            @Nullable Instant at) {}

    /** All of a request, and how many of them wait. */
    record All(List<PieceAnswer> pieces, long waiting) {
        static All of(List<GatheredPiece> pieces) {
            return new All(
                    pieces.stream().map(PieceAnswer::of).toList(),
                    pieces.stream().filter(it -> !it.isSettled()).count());
        }
    }

    static PieceAnswer of(GatheredPiece it) {
        Piece piece = it.piece();
        return new PieceAnswer(
                it.id(),
                piece.key(),
                piece.kind(),
                piece.at(),
                piece.by(),
                piece.category(),
                piece.text(),
                new TreeSet<>(piece.hints()),
                settling(it),
                it.version());
    }

    private static @Nullable Settling settling(GatheredPiece it) {
        Settlement settlement = it.settlement();
        return settlement == null
                ? null
                : new Settling(
                        settlement.thirdParty(),
                        settlement.seriousHarm(),
                        settlement.treatment(),
                        settlement.text(),
                        settlement.ground(),
                        settlement.note(),
                        it.settledBy(),
                        it.settledAt());
    }
}
