package org.partnerhub.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL with the hub's roles and databases. Its data lie in the folder and survive restarts; it listens on this
 * machine alone and asks for passwords. Closing it is the caller's business.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    public static final List<String> ROLES = List.of(
            "referral_owner",
            "referral_service",
            "consent_owner",
            "consent_service",
            "log_eraser",
            "notification_owner",
            "notification_service",
            "fhir_owner",
            "fhir_service");

    private static final String PART = "postgresql";
    private static final String SUPERUSER = "postgres";
    private static final String LOGINS = """
            # Written by embedded-parts.
            local all all              scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final PartsFolder folder;

    private EmbeddedPostgreSql(EmbeddedPostgres server, PartsFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    public static EmbeddedPostgreSql start(PartsFolder folder) {
        return start(folder, Map.of());
    }

    /**
     * Starts a server with settings of its own.
     *
     * @param serverSettings as in postgresql.conf, such as {@code fsync=off} for data that nobody will miss
     */
    public static EmbeddedPostgreSql start(PartsFolder folder, Map<String, String> serverSettings) {
        Path data = data(folder);
        LeftOverProcess.stop(pidFile(folder), "postgres");
        boolean first = !Files.exists(data.resolve("PG_VERSION"));
        EmbeddedPostgreSql started = new EmbeddedPostgreSql(server(folder, data, serverSettings), folder);
        try {
            if (first) {
                started.askForPasswords(data);
            }
            started.createDatabases();
            return started;
        } catch (SQLException refused) {
            started.close();
            throw new IllegalStateException("PostgreSQL on " + data + " did not take the hub's databases.", refused);
        }
    }

    private static EmbeddedPostgres server(PartsFolder folder, Path data, Map<String, String> serverSettings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(folder.port(PART, 5432))
                .setConnectConfig("password", folder.secret(PART + "." + SUPERUSER))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "300")
                // what is answered is durable; the library's own defaults are off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        serverSettings.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start on " + data + ".", failed);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    public String password(String role) {
        return folder.secret(PART + "." + role);
    }

    /** As the superuser; services never do. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password(SUPERUSER));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop.", failed);
        }
    }

    static Path pidFile(PartsFolder folder) {
        return data(folder).resolve("postmaster.pid");
    }

    private static Path data(PartsFolder folder) {
        return folder.part(PART).resolve("data");
    }

    private void askForPasswords(Path data) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password(SUPERUSER) + "'");
            Files.writeString(data.resolve("pg_hba.conf"), LOGINS);
            statement.execute("SELECT pg_reload_conf()");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write the logins of " + data + ".", unwritable);
        }
    }

    private void createDatabases() throws SQLException {
        Map<String, String> passwords = new HashMap<>();
        ROLES.forEach(role -> passwords.put(role + "_password", password(role)));
        SqlScript.resource("/deploy/postgres/databases.sql", passwords).run(this::connect);
    }
}
