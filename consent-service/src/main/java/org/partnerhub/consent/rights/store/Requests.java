package org.partnerhub.consent.rights.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RightsRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of requests. */
@Repository
public class Requests {

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RightsRequest> find(RequestId id) {
        return jdbc.sql("SELECT * FROM rights_request WHERE id = :id")
                .param("id", id.value())
                .query(RequestRows::request)
                .optional();
    }

    /**
     * Those that wait for an answer before the answered, of both the first due first.
     *
     * @param open only those that wait for an answer
     * @param after the last of the page before
     */
    public List<RightsRequest> page(boolean open, @Nullable RequestId after, int most) {
        return jdbc.sql("""
                        SELECT * FROM rights_request
                         WHERE (NOT :open OR outcome IS NULL)
                           AND (CAST(:after AS uuid) IS NULL
                                OR (outcome IS NOT NULL, due, id) > (SELECT outcome IS NOT NULL, due, id FROM rights_request WHERE id = :after))
                         ORDER BY outcome IS NOT NULL, due, id LIMIT :most
                        """)
                .param("open", open)
                .param("after", after == null ? null : after.value())
                .param("most", most)
                .query(RequestRows::request)
                .list();
    }

    void add(RightsRequest request) {
        jdbc.sql("""
                        INSERT INTO rights_request (id, kind, person, asker, wanted, received, due, recorded_by, recorded_at, version)
                        VALUES (:id, :kind, :person, CAST(:asker AS jsonb), :wanted, :received, :due, :by, :at, :version)
                        """)
                .param("id", request.id().value())
                .param("kind", request.kind().code())
                .param("person", request.person().value())
                .param("asker", RequestRows.json(request.asker()))
                .param("wanted", request.wanted())
                .param("received", request.received())
                .param("due", request.due())
                .param("by", request.recordedBy())
                .param("at", request.recordedAt().atOffset(ZoneOffset.UTC))
                .param("version", request.version())
                .update();
    }

    /** Puts it in the place of the version before; false where another came between. */
    boolean change(RightsRequest next) {
        RightsRequest.@Nullable Answer answer = next.answer();
        return jdbc.sql("""
                                UPDATE rights_request
                                   SET due = :due, extended_because = :because, outcome = :outcome, answer = :answer,
                                       answered_by = :by, answered_at = :at, version = :version
                                 WHERE id = :id AND version = :version - 1
                                """)
                        .param("id", next.id().value())
                        .param("due", next.due())
                        .param("because", next.extendedBecause())
                        .param(
                                "outcome",
                                answer == null ? null : answer.outcome().code())
                        .param("answer", answer == null ? null : answer.words())
                        .param("by", answer == null ? null : answer.by())
                        .param("at", answer == null ? null : answer.at().atOffset(ZoneOffset.UTC))
                        .param("version", next.version())
                        .update()
                == 1;
    }
}
