package org.partnerhub.consent.pack.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.pack.GatheredPiece;
import org.partnerhub.consent.pack.Hint;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.Settlement;
import org.partnerhub.consent.rights.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pieces of each request, oldest first. */
@Repository
public class Pieces {

    private final JdbcClient jdbc;

    Pieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<GatheredPiece> of(RequestId request) {
        return jdbc.sql("SELECT * FROM rights_piece WHERE request = :request ORDER BY at, key")
                .param("request", request.value())
                .query(PieceRows::piece)
                .list();
    }

    Optional<GatheredPiece> find(RequestId request, UUID id) {
        return jdbc.sql("SELECT * FROM rights_piece WHERE request = :request AND id = :id")
                .param("request", request.value())
                .param("id", id)
                .query(PieceRows::piece)
                .optional();
    }

    /** Adds it unless it was gathered before. */
    void add(RequestId request, Piece piece) {
        jdbc.sql("""
                        INSERT INTO rights_piece (id, request, key, kind, at, said_by, category, words, hints)
                        VALUES (:id, :request, :key, :kind, :at, :by, :category, :words, :hints)
                        ON CONFLICT (request, key) DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request.value())
                .param("key", piece.key())
                .param("kind", piece.kind())
                .param("at", piece.at().atOffset(ZoneOffset.UTC))
                .param("by", piece.by())
                .param("category", piece.category())
                .param("words", piece.text())
                .param("hints", piece.hints().stream().map(Hint::code).sorted().toArray(String[]::new))
                .update();
    }

    /** Settles it in the place of the version that was read; false where another came between. */
    boolean settle(UUID id, int read, Settlement settlement, String officer, Instant at) {
        return jdbc.sql("""
                                UPDATE rights_piece
                                   SET third_party = :thirdParty, serious_harm = :seriousHarm, treatment = :treatment, left_of_it = :text,
                                       ground = :ground, note = :note, settled_by = :by, settled_at = :at, version = version + 1
                                 WHERE id = :id AND version = :read
                                """)
                        .param("id", id)
                        .param("read", read)
                        .param("thirdParty", settlement.thirdParty())
                        .param("seriousHarm", settlement.seriousHarm())
                        .param("treatment", settlement.treatment().code())
                        .param("text", settlement.text())
                        .param(
                                "ground",
                                settlement.ground() == null
                                        ? null
                                        : settlement.ground().code())
                        .param("note", settlement.note())
                        .param("by", officer)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
