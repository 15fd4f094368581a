package org.partnerhub.notification.partner.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.partner.Pause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is paused. */
@Repository
public class Pauses {

    private final JdbcClient database;

    Pauses(JdbcClient database) {
        this.database = database;
    }

    /** Of every partner that ever was paused. */
    public List<Pause> all() {
        return database.sql("select * from partner_pause").query(Pauses::read).list();
    }

    /** The recipients to which nothing is sent, because everybody who runs them is paused. */
    public List<RecipientId> held() {
        return database.sql("select recipient from recipient_held")
                .query((row, number) -> new RecipientId(row.getString("recipient")))
                .list();
    }

    private static Pause read(ResultSet row, int number) throws SQLException {
        return new Pause(
                new PartnerId(row.getString("partner")),
                row.getBoolean("paused"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }

    /**
     * Pauses or resumes.
     *
     * @param version that was seen; 0 where the partner was never paused
     * @return how it stands now; nothing where somebody else was faster
     */
    public Optional<Pause> change(PartnerId partner, boolean paused, String reason, String officer, int version) {
        return database.sql(version == 0 ? FIRST : NEXT)
                .param("partner", partner.value())
                .param("paused", paused)
                .param("reason", reason)
                .param("officer", officer)
                .param("version", version)
                .query(Pauses::read)
                .optional();
    }

    private static final String FIRST = """
            insert into partner_pause (partner, paused, reason, changed_by, version)
            values (:partner, :paused, :reason, :officer, :version + 1)
            on conflict (partner) do nothing
            returning *
            """;

    private static final String NEXT = """
            update partner_pause
               set paused = :paused, reason = :reason, changed_by = :officer, changed_at = now(), version = version + 1
             where partner = :partner and version = :version
            returning *
            """;
}
