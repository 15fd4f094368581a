package org.partnerhub.consent.officer.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.partnerhub.consent.officer.StaffName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that people's own tokens last gave. */
@Repository
public class StaffNames {

    private final JdbcClient jdbc;

    /** What this process has written, so that a name is written when it changes and not with every call. */
    private final Map<String, String> noted = new ConcurrentHashMap<>();

    StaffNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the name where it is new. */
    public void note(StaffName person) {
        if (person.name().equals(noted.get(person.account()))) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO staff_name (account, name) VALUES (:account, :name)
                        ON CONFLICT (account) DO UPDATE SET name = excluded.name
                        """)
                .param("account", person.account())
                .param("name", person.name())
                .update();
        noted.put(person.account(), person.name());
    }

    public List<StaffName> all() {
        return jdbc.sql("SELECT account, name FROM staff_name ORDER BY name, account")
                .query((row, number) -> new StaffName(row.getString("account"), row.getString("name")))
                .list();
    }
}
