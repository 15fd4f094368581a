package org.partnerhub.consent.release.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.consent.release.ReleasesOfSubject;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases by named persons. Nothing is ever deleted; a row changes when it is taken back. */
@Repository
public class Releases {

    private final JdbcClient jdbc;
    private final SamePeople people;

    Releases(JdbcClient jdbc, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Those about a person, under any of their ids, that may stand at a moment. */
    public ReleasesOfSubject of(PersonId subject, Instant now) {
        return new ReleasesOfSubject(jdbc.sql(
                        "SELECT * FROM named_release WHERE subject = ANY (:ids) AND ends_at > :now AND ended_at IS NULL")
                .param("ids", people.everyId(subject))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Releases::release)
                .list());
    }

    public Optional<ReleaseRecord> find(ReleaseId id) {
        return jdbc.sql("SELECT * FROM named_release WHERE id = :id")
                .param("id", id.value())
                .query(Releases::release)
                .optional();
    }

    void add(ReleaseRecord release) {
        jdbc.sql("""
                        INSERT INTO named_release (id, subject, purpose, recipient, categories, released_by, released_at, ends_at)
                        VALUES (:id, :subject, :purpose, :recipient, :categories, :by, :at, :ends)
                        """)
                .param("id", release.id().value())
                .param("subject", release.subject().value())
                .param("purpose", release.purpose().value())
                .param("recipient", release.recipient().value())
                .param(
                        "categories",
                        release.categories().stream()
                                .map(Category::code)
                                .sorted()
                                .toArray(String[]::new))
                .param("by", release.releasedBy())
                .param("at", release.releasedAt().atOffset(ZoneOffset.UTC))
                .param("ends", release.endsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** From now on nothing relies on it; false where it was taken back before. */
    boolean end(ReleaseId id, Instant at) {
        return jdbc.sql("UPDATE named_release SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ReleaseRecord release(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ReleaseRecord(
                new ReleaseId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                new Purpose(row.getString("purpose")),
                new RecipientId(row.getString("recipient")),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::of)
                        .collect(Collectors.toSet()),
                row.getString("released_by"),
                row.getObject("released_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
