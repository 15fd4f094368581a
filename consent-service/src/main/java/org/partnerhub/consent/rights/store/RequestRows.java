package org.partnerhub.consent.rights.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.rights.Asker;
import org.partnerhub.consent.rights.Outcome;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RequestKind;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.contracts.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code rights_request}. */
final class RequestRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RequestRows() {}

    static RightsRequest request(ResultSet row, int number) throws SQLException {
        return new RightsRequest(
                new RequestId(row.getObject("id", UUID.class)),
                RequestKind.of(row.getString("kind")),
                new PersonId(row.getObject("person", UUID.class)),
                JSON.readValue(row.getString("asker"), Asker.class),
                row.getString("wanted"),
                row.getObject("received", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("extended_because"),
                answer(row),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static RightsRequest.@Nullable Answer answer(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new RightsRequest.Answer(
                        Outcome.of(outcome),
                        row.getString("answer"),
                        row.getString("answered_by"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    static String json(Asker asker) {
        return JSON.writeValueAsString(asker);
    }
}
