package org.partnerhub.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, empty database with the roles of production, on the PostgreSQL that all tests of a JVM share: embedded, or a
 * container's under {@link OnContainers}.
 *
 * <p>With Spring: {@code @DynamicPropertySource static void parts(DynamicPropertyRegistry settings) {
 * TestDatabase.fresh("referral").settings().forEach((name, value) -> settings.add(name, () -> value)); }}
 *
 * @param url JDBC
 * @param owner owns the schema and runs the migrations
 * @param service what the service logs in as
 * @param logEraser may only erase values of the log
 */
public record TestDatabase(String url, Login owner, Login service, Login logEraser) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Makes a database like the named one of production: referral, consent, notification or fhir. */
    public static synchronized TestDatabase fresh(String like) {
        DatabaseServer server = TestParts.postgreSql();
        String name = like + "_test_" + NUMBER.incrementAndGet();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + like + "_owner TEMPLATE " + like);
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + like + "_service, log_eraser");
        } catch (SQLException refused) {
            throw new IllegalStateException("Could not make the database " + name + ".", refused);
        }
        return new TestDatabase(
                server.jdbcUrl(name),
                login(server, like + "_owner"),
                login(server, like + "_service"),
                login(server, "log_eraser"));
    }

    /** The settings by which a service finds it. */
    public Map<String, String> settings() {
        return Map.of(
                "hub.database.url", url,
                "hub.database.user", service.user(),
                "hub.database.password", service.password(),
                "hub.database.owner.user", owner.user(),
                "hub.database.owner.password", owner.password());
    }

    /** As the owner. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    /** As the role with only the rights that the migrations grant. */
    public Connection connectAsService() throws SQLException {
        return DriverManager.getConnection(url, service.user(), service.password());
    }

    /** As the role that may only erase values of the log. */
    public Connection connectAsLogEraser() throws SQLException {
        return DriverManager.getConnection(url, logEraser.user(), logEraser.password());
    }

    private static Login login(DatabaseServer server, String role) {
        return new Login(role, server.password(role));
    }

    /** A database role. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
