package org.partnerhub.referral.retention.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told of a person beside the story: how each agency described them, and referrals; under any id that was merged into theirs. */
@Repository
public class ToldOfPeople {

    private static final String THEIR_IDS = "(select id from person where current_id = :person)";

    private final JdbcClient database;
    private final JsonMapper json;

    ToldOfPeople(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * How an agency described somebody.
     *
     * @param demographics in the form in which it sent them
     */
    public record Description(String id, String by, Instant at, JsonNode demographics) {}

    /**
     * A referral, without the story that it points at.
     *
     * @param recipients where it went, with how it stands there
     * @param unplaced what came with it, then or later, that the hub has no form for
     */
    public record Referred(
            String id,
            String by,
            Instant at,
            String kind,
            String reason,
            List<String> themes,
            @Nullable String level,
            String urgency,
            @Nullable JsonNode incident,
            JsonNode recipients,
            JsonNode unplaced) {

        public Referred {
            themes = List.copyOf(themes);
        }
    }

    /** Oldest first. */
    public List<Description> descriptions(PersonId person) {
        return database.sql("select * from person_description where person_id in " + THEIR_IDS + " order by id")
                .param("person", person.value())
                .query((row, number) -> new Description(
                        row.getString("id"),
                        row.getString("described_by"),
                        time(row, "described_at"),
                        json.readTree(row.getString("demographics"))))
                .list();
    }

    /** Oldest first. */
    public List<Referred> referrals(PersonId person) {
        return database.sql("""
                        select referral.*, coalesce((
                            select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('recipient', recipient, 'purpose', purpose,
                                'state', state, 'reason', state_reason, 'outcome', outcome, 'message', message)) order by recipient)
                              from referral_recipient where referral_id = referral.id), '[]') as recipients,
                            coalesce((
                            select jsonb_agg(jsonb_build_object('form', form, 'text', content, 'by', told_by,
                                'at', to_char(told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by number)
                              from unplaced where referral_id = referral.id), '[]') as unplaced
                        from referral where person_id in (select id from person where current_id = :person)
                        order by received_at, id
                        """)
                .param("person", person.value())
                .query(this::referred)
                .list();
    }

    private Referred referred(ResultSet row, int number) throws SQLException {
        String incident = row.getString("incident");
        return new Referred(
                row.getString("id"),
                row.getString("sender"),
                time(row, "received_at"),
                row.getString("kind"),
                row.getString("reason"),
                Arrays.asList((String[]) row.getArray("themes").getArray()),
                row.getString("level"),
                row.getString("urgency"),
                incident == null ? null : json.readTree(incident),
                json.readTree(row.getString("recipients")),
                json.readTree(row.getString("unplaced")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
