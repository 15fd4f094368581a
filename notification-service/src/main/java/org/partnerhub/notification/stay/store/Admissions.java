package org.partnerhub.notification.stay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Admission messages, word for word. */
@Repository
public class Admissions {

    private final JdbcClient database;

    Admissions(JdbcClient database) {
        this.database = database;
    }

    /** A message as it was stored. */
    public record Stored(UUID id, PartnerId partner, String bodyHash, String body) {

        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }

    /** Whether it was added; where the partner used the key before, it was not. */
    public boolean add(Stored message, String idempotencyKey) {
        return database.sql("""
                        insert into admission_message (id, partner, idempotency_key, body_hash, body)
                        values (:id, :partner, :key, :bodyHash, :body)
                        on conflict (partner, idempotency_key) do nothing
                        """)
                        .param("id", message.id())
                        .param("partner", message.partner().value())
                        .param("key", idempotencyKey)
                        .param("bodyHash", message.bodyHash())
                        .param("body", message.body())
                        .update()
                == 1;
    }

    public Optional<Stored> byKey(PartnerId partner, String idempotencyKey) {
        return database.sql("select * from admission_message where partner = :partner and idempotency_key = :key")
                .param("partner", partner.value())
                .param("key", idempotencyKey)
                .query(Admissions::read)
                .optional();
    }

    public Optional<Stored> find(UUID id) {
        return database.sql("select * from admission_message where id = :id")
                .param("id", id)
                .query(Admissions::read)
                .optional();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new PartnerId(row.getString("partner")),
                row.getString("body_hash"),
                row.getString("body"));
    }
}
