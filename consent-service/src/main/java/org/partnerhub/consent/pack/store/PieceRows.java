package org.partnerhub.consent.pack.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.pack.GatheredPiece;
import org.partnerhub.consent.pack.Ground;
import org.partnerhub.consent.pack.Hint;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.Settlement;
import org.partnerhub.consent.pack.Treatment;

/** Rows of the table {@code rights_piece}. */
final class PieceRows {

    private PieceRows() {}

    static GatheredPiece piece(ResultSet row, int number) throws SQLException {
        Piece piece = new Piece(
                row.getString("key"),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("said_by"),
                row.getString("category"),
                row.getString("words"),
                Arrays.stream((String[]) row.getArray("hints").getArray())
                        .map(Hint::of)
                        .collect(Collectors.toSet()));
        return new GatheredPiece(
                row.getObject("id", UUID.class),
                piece,
                settlement(row),
                row.getString("settled_by"),
                time(row),
                row.getInt("version"));
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        String treatment = row.getString("treatment");
        if (treatment == null) {
            return null;
        }
        String ground = row.getString("ground");
        return new Settlement(
                row.getBoolean("third_party"),
                row.getBoolean("serious_harm"),
                Treatment.of(treatment),
                row.getString("left_of_it"),
                ground == null ? null : Ground.of(ground),
                row.getString("note"));
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("settled_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
