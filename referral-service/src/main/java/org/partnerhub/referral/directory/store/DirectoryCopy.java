package org.partnerhub.referral.directory.store;

import java.util.Optional;
import org.partnerhub.contracts.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The last directory, kept over restarts. */
@Repository
public class DirectoryCopy {

    private final JdbcClient database;
    private final JsonMapper json;

    DirectoryCopy(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Directory> read() {
        return database.sql("select directory from directory_copy")
                .query(String.class)
                .optional()
                .map(copy -> json.readValue(copy, Directory.class));
    }

    public void keep(Directory directory) {
        database.sql("""
                        insert into directory_copy (directory, copied_at) values (:directory::jsonb, now())
                        on conflict (only_one) do update set directory = excluded.directory, copied_at = excluded.copied_at
                        """).param("directory", json.writeValueAsString(directory)).update();
    }
}
