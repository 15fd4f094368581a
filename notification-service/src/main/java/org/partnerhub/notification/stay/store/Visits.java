package org.partnerhub.notification.stay.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings' numbers of stays, and who each is about. */
@Repository
public class Visits {

    private final JdbcClient database;

    Visits(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of a setting's numbers.
     *
     * @param subject who it is about; absent until that is known
     * @param recognisedBy what the person was recognised by, as a hash
     */
    public record Row(
            UUID id,
            PartnerId partner,
            @Nullable PersonId subject,
            @Nullable String recognisedBy,
            @Nullable LocalDate birthDate) {}

    /** The visit of a setting's number, made where it is new. Two numbers of two settings are two visits. */
    public UUID of(PartnerId partner, String number, UUID fresh) {
        database.sql("""
                        insert into visit (id, partner, number) values (:id, :partner, :number)
                        on conflict (partner, number) do nothing
                        """)
                .param("id", fresh)
                .param("partner", partner.value())
                .param("number", number)
                .update();
        return database.sql("select id from visit where partner = :partner and number = :number")
                .param("partner", partner.value())
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    public Optional<Row> find(UUID id) {
        return database.sql("select * from visit where id = :id")
                .param("id", id)
                .query(Visits::read)
                .optional();
    }

    public List<Row> ofPerson(PersonId person) {
        return database.sql("select * from visit where subject = :subject order by id")
                .param("subject", person.value())
                .query(Visits::read)
                .list();
    }

    public void recognise(UUID id, @Nullable PersonId subject, String recognisedBy, @Nullable LocalDate birthDate) {
        database.sql("""
                        update visit set subject = :subject, recognised_by = :recognisedBy, birth_date = :birthDate where id = :id
                        """)
                .param("id", id)
                .param("subject", subject == null ? null : subject.value())
                .param("recognisedBy", recognisedBy)
                .param("birthDate", birthDate == null ? null : Date.valueOf(birthDate))
                .update();
    }

    /** One at a time: whoever works out the stays of a person, or of a visit whose person nobody knows. */
    public void lock(UUID personOrVisit) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('stay ' || :of, 0))")
                .param("of", personOrVisit.toString())
                .query()
                .listOfRows();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        Date born = row.getDate("birth_date");
        return new Row(
                row.getObject("id", UUID.class),
                new PartnerId(row.getString("partner")),
                subject == null ? null : new PersonId(subject),
                row.getString("recognised_by"),
                born == null ? null : born.toLocalDate());
    }
}
