package org.partnerhub.support.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.event.HubEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An event on its way: its JSON and what belongs to the envelope. */
record EventMessage(
        UUID id,
        String type,
        String body,
        @Nullable String correlationId,
        @Nullable String traceparent) {

    /** A newer sender may add fields. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static EventMessage of(HubEvent event, @Nullable String correlationId, @Nullable String traceparent) {
        return new EventMessage(
                UUID.randomUUID(),
                EventType.of(event).routingKey(),
                MAPPER.writeValueAsString(event),
                correlationId,
                traceparent);
    }

    static EventMessage of(ResultSet row, int number) throws SQLException {
        return new EventMessage(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("body"),
                row.getString("correlation_id"),
                row.getString("traceparent"));
    }

    /**
     * The event itself.
     *
     * @throws Unreadable where the body is no event of the type
     */
    HubEvent event() {
        try {
            return MAPPER.readValue(body, EventType.of(type).body());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new Unreadable(id.toString());
        }
    }

    /** Trying again would not help; carries the message's id alone. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(@Nullable String id) {
            super("Message " + id + " is not an event that this service can read.");
        }
    }
}
