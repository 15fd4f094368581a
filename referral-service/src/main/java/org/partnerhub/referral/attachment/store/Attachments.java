package org.partnerhub.referral.attachment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.FileType;
import org.partnerhub.referral.attachment.Scan;
import org.partnerhub.referral.story.Keeping;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every file; one that the scanner has not passed is here and is not released. */
@Repository
public class Attachments {

    private static final String SELECT = """
            select attachment.*, attachment_content.size, attachment_content.scan
            from attachment join attachment_content using (hash)
            """;

    private final JdbcClient database;
    private final boolean releasedUnscanned;

    /**
     * The files.
     *
     * @param unscanned {@code released} where an operator has decided that files leave although nobody scans them
     */
    Attachments(JdbcClient database, @Value("${hub.attachments.unscanned}") Unscanned unscanned) {
        this.database = database;
        this.releasedUnscanned = unscanned == Unscanned.RELEASED;
    }

    enum Unscanned {
        WITHHELD,
        RELEASED
    }

    /** Keeps a file and, where nobody sent the same before, its bytes; in the caller's transaction. */
    void add(Attachment added, byte[] bytes, Keeping keeping) {
        database.sql("""
                        insert into attachment_content (hash, bytes, size, scan, due_at)
                        values (:hash, :bytes, :size, 'waiting-for-scan', :at) on conflict (hash) do nothing
                        """)
                .param("hash", added.hash())
                .param("bytes", bytes)
                .param("size", added.size())
                .param("at", added.at().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into attachment (id, person_id, hash, category, name, media_type, added_by, added_at, keeping)
                        values (:id, :person, :hash, :category, :name, :mediaType, :by, :at, :keeping)
                        """)
                .param("id", added.id())
                .param("person", added.person().value())
                .param("hash", added.hash())
                .param("category", added.category().code())
                .param("name", added.name())
                .param("mediaType", added.type().mediaType())
                .param("by", added.by().value())
                .param("at", added.at().atOffset(ZoneOffset.UTC))
                .param("keeping", keeping.code())
                .update();
    }

    /** The files about somebody that may leave, where a permit allows their category. */
    public List<Attachment> released(PersonId person) {
        return database
                .sql(SELECT + "where person_id in (select ids_told_with(:person)) order by added_at, id")
                .param("person", person.value())
                .query(Attachments::attachment)
                .list()
                .stream()
                .filter(this::isReleased)
                .toList();
    }

    /** One file about somebody, if it may leave. */
    public Optional<Attachment> released(PersonId person, UUID id) {
        return released(person).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** All that a partner added to somebody's record, and how far each is with the scanner. */
    public List<Attachment> of(PersonId person, PartnerId by) {
        return database.sql(SELECT
                        + "where person_id in (select ids_told_with(:person)) and added_by = :by order by added_at, id")
                .param("person", person.value())
                .param("by", by.value())
                .query(Attachments::attachment)
                .list();
    }

    /** Everything about somebody, for officers. */
    public List<Attachment> all(PersonId person) {
        return database.sql(SELECT + "where person_id in (select ids_told_with(:person)) order by added_at, id")
                .param("person", person.value())
                .query(Attachments::attachment)
                .list();
    }

    /** Notes that a file should never have been there; the first time counts. */
    Instant takeBack(UUID id, Instant at) {
        database.sql("update attachment set taken_back_at = :at where id = :id and taken_back_at is null")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return at;
    }

    public byte[] bytes(String hash) {
        return database.sql("select bytes from attachment_content where hash = :hash")
                .param("hash", hash)
                .query(byte[].class)
                .single();
    }

    private boolean isReleased(Attachment it) {
        return it.takenBackAt() == null && isSafe(it.scan());
    }

    private boolean isSafe(Scan scan) {
        return switch (scan) {
            case PASSED -> true;
            case WAITING_FOR_SCAN -> releasedUnscanned;
            case INFECTED -> false;
        };
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        OffsetDateTime takenBackAt = row.getObject("taken_back_at", OffsetDateTime.class);
        return new Attachment(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                Category.of(row.getString("category")),
                row.getString("name"),
                FileType.of(row.getString("media_type")).orElseThrow(),
                row.getString("hash"),
                row.getLong("size"),
                new PartnerId(row.getString("added_by")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Scan.of(row.getString("scan")),
                takenBackAt == null ? null : takenBackAt.toInstant());
    }
}
