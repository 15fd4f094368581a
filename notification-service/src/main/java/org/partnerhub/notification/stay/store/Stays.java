package org.partnerhub.notification.stay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.StayId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.stay.Finding;
import org.partnerhub.notification.stay.Stay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stays with what was concluded and why. */
@Repository
public class Stays {

    private final JdbcClient database;
    private final JsonMapper json;

    Stays(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One stay to a message: thought about twice, it is kept once. */
    public void add(Stay stay) {
        RecipientId recipient = stay.recipient();
        DeliveryId delivery = stay.delivery();
        database.sql("""
                        insert into stay (id, message, subject, state, section, authority, recipient, delivery, explanation)
                        values (:id, :message, :subject, :state, :section, :authority, :recipient, :delivery, :explanation)
                        """)
                .param("id", stay.id().value())
                .param("message", stay.message())
                .param("subject", stay.subject().value())
                .param("state", stay.state().name())
                .param("section", stay.section())
                .param("authority", stay.authority())
                .param("recipient", recipient == null ? null : recipient.value())
                .param("delivery", delivery == null ? null : delivery.value())
                .param("explanation", json.writeValueAsString(stay.explanation()))
                .update();
    }

    public Optional<Stay> ofMessage(UUID message) {
        return database.sql("select * from stay where message = :message")
                .param("message", message)
                .query(this::read)
                .optional();
    }

    public Optional<Stay> find(StayId id) {
        return database.sql("select * from stay where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    private Stay read(ResultSet row, int number) throws SQLException {
        String recipient = row.getString("recipient");
        UUID delivery = row.getObject("delivery", UUID.class);
        return new Stay(
                new StayId(row.getObject("id", UUID.class)),
                row.getObject("message", UUID.class),
                new PersonId(row.getObject("subject", UUID.class)),
                Stay.State.valueOf(row.getString("state")),
                row.getString("section"),
                row.getString("authority"),
                recipient == null ? null : new RecipientId(recipient),
                delivery == null ? null : new DeliveryId(delivery),
                json.readValue(row.getString("explanation"), new TypeReference<List<Finding>>() {}));
    }
}
