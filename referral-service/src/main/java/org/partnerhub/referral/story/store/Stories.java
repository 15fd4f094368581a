package org.partnerhub.referral.story.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.Keeping;
import org.partnerhub.referral.story.Story;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every story as it was told; parts are added and never changed. */
@Repository
public class Stories {

    private static final int[] TYPES = {
        Types.OTHER,
        Types.OTHER,
        Types.OTHER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.DATE,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.OTHER,
        Types.VARCHAR
    };

    private final JdbcOperations batches;
    private final JdbcClient database;
    private final JsonMapper json;

    Stories(JdbcOperations batches, JdbcClient database, JsonMapper json) {
        this.batches = batches;
        this.database = database;
        this.json = json;
    }

    /**
     * Adds parts to a person's story; in the caller's transaction.
     *
     * @param kindOfPartner the author's, as the directory has it
     */
    void add(PersonId person, List<Contribution> contributions, String kindOfPartner) {
        if (contributions.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                insert into contribution (id, person_id, referral_id, part, category, content, occurred_on,
                    contributed_by, contributed_at, corrects, keeping)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                contributions.stream()
                        .map(it -> columns(person, it, kindOfPartner))
                        .toList(),
                TYPES);
    }

    private @Nullable Object[] columns(PersonId person, Contribution contribution, String kindOfPartner) {
        ReferralId referral = contribution.referral();
        return new @Nullable Object[] {
            contribution.id(),
            person.value(),
            referral == null ? null : referral.value(),
            StoryPartName.of(contribution.part()),
            contribution.part().category().code(),
            json.writeValueAsString(contribution.part()),
            contribution.occurredOn(),
            contribution.by().value(),
            contribution.at().atOffset(ZoneOffset.UTC),
            contribution.corrects(),
            Keeping.of(contribution.part().category(), kindOfPartner).code()
        };
    }

    /** A person's whole story in the order in which it was told, with what was told under ids merged into this one. */
    public Story of(PersonId person) {
        return new Story(database.sql(
                        "select * from contribution where person_id in (select ids_told_with(:person)) order by number")
                .param("person", person.value())
                .query(this::contribution)
                .list());
    }

    private Contribution contribution(ResultSet row, int number) throws SQLException {
        UUID referral = row.getObject("referral_id", UUID.class);
        return new Contribution(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("content"), StoryPartName.type(row.getString("part"))),
                row.getObject("occurred_on", LocalDate.class),
                new PartnerId(row.getString("contributed_by")),
                row.getObject("contributed_at", OffsetDateTime.class).toInstant(),
                referral == null ? null : new ReferralId(referral),
                row.getObject("corrects", UUID.class));
    }
}
