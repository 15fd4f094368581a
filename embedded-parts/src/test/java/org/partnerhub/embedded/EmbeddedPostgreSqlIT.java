package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlIT {

    @TempDir
    Path path;

    @Test
    void dataPortAndPasswordsSurviveARestart() throws SQLException {
        int port;
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder);
                Connection owner = login(server, "referral", "referral_owner");
                Statement statement = owner.createStatement()) {
            port = server.port();
            statement.execute("CREATE TABLE story (words text)");
            statement.execute("INSERT INTO story VALUES ('told once')");
        }
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder);
                Connection owner = login(server, "referral", "referral_owner");
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT words, version() FROM story")) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("told once");
            assertThat(rows.getString(2)).startsWith("PostgreSQL 18.");
        }
        assertThat(FreePorts.isFree(port)).as("stopped").isTrue();
    }

    @Test
    void aServiceEntersItsOwnDatabaseAlone() throws SQLException {
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder)) {
            login(server, "consent", "consent_service").close();
            login(server, "consent", "log_eraser").close();

            assertThatThrownBy(() -> login(server, "consent", "referral_service"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> login(server, "postgres", "referral_service"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("consent"), "postgres", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static Connection login(EmbeddedPostgreSql server, String database, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, server.password(role));
    }
}
