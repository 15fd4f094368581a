package org.partnerhub.notification.delivery.store;

import java.sql.Timestamp;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permits of this audience that were used; none is used twice. */
@Repository
public class UsedPermits {

    private final JdbcClient database;

    UsedPermits(JdbcClient database) {
        this.database = database;
    }

    /** Whether this is its first use. */
    public boolean use(Permit permit) {
        return database.sql("""
                        insert into used_permit (id, expires_at) values (:id, :expiresAt) on conflict (id) do nothing
                        """)
                        .param("id", permit.id())
                        .param("expiresAt", Timestamp.from(permit.expiresAt()))
                        .update()
                == 1;
    }

    /** A minute late, for clocks that differ. */
    public void forgetExpired() {
        database.sql("delete from used_permit where expires_at < now() - interval '1 minute'")
                .update();
    }
}
