package org.partnerhub.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.partnerhub.embedded.EmbeddedPostgreSql;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.MountableFile;

/** The parts of docker-compose.yml as containers, set up by the very files that it mounts; one of each a JVM. */
final class ContainerParts implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

    private static final String PASSWORD_OF_A_TEST = "for-a-test-only";

    private static @Nullable PostgreSQLContainer postgreSql;
    private static @Nullable RabbitMQContainer rabbitMq;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled("Docker answers.")
                : ConditionEvaluationResult.disabled("No Docker that Testcontainers can use: not run on containers.");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestParts.useContainers(true);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestParts.useContainers(false);
    }

    static synchronized DatabaseServer postgreSql() {
        if (postgreSql == null) {
            postgreSql = startPostgreSql();
        }
        return new Server(postgreSql);
    }

    static synchronized BrokerServer broker() {
        if (rabbitMq == null) {
            rabbitMq = new RabbitMQContainer("rabbitmq:4-management")
                    .withCopyToContainer(deployed("rabbitmq/partner-hub.config"), "/etc/partner-hub/partner-hub.config")
                    .withEnv("RABBITMQ_ADVANCED_CONFIG_FILE", "/etc/partner-hub/partner-hub.config");
            rabbitMq.start();
        }
        RabbitMQContainer broker = rabbitMq;
        return new BrokerServer(
                broker.getHost(),
                broker.getAmqpPort(),
                broker.getAdminUsername(),
                broker.getAdminPassword(),
                true,
                name -> addVirtualHost(broker, name));
    }

    private static PostgreSQLContainer startPostgreSql() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withPassword(PASSWORD_OF_A_TEST)
                .withCopyToContainer(deployed("postgres/databases.sql"), "/etc/partner-hub/databases.sql")
                .withCopyToContainer(
                        deployed("postgres/10-databases.sh"), "/docker-entrypoint-initdb.d/10-databases.sh");
        EmbeddedPostgreSql.ROLES.forEach(
                role -> container.withEnv(role.toUpperCase(Locale.ROOT) + "_PASSWORD", PASSWORD_OF_A_TEST));
        container.start();
        return container;
    }

    private static void addVirtualHost(RabbitMQContainer broker, String name) {
        run(broker, "rabbitmqctl", "add_vhost", name);
        run(broker, "rabbitmqctl", "set_permissions", "-p", name, broker.getAdminUsername(), ".*", ".*", ".*");
    }

    private static void run(RabbitMQContainer broker, String... command) {
        try {
            ExecResult result = broker.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(result.getStderr());
            }
        } catch (IOException refused) {
            throw new IllegalStateException("The broker's container took no command.", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while setting the broker up.", interrupted);
        }
    }

    /** A file of the repository's deploy folder, wherever in the repository the tests run. */
    private static MountableFile deployed(String file) {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("docker-compose.yml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("The tests on containers run inside the repository.");
        }
        return MountableFile.forHostPath(here.resolve("deploy").resolve(file), 0755);
    }

    private record Server(PostgreSQLContainer container) implements DatabaseServer {

        @Override
        public String jdbcUrl(String database) {
            return "jdbc:postgresql://" + container.getHost() + ":"
                    + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
        }

        @Override
        public String password(String role) {
            return PASSWORD_OF_A_TEST;
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(jdbcUrl(database), "postgres", PASSWORD_OF_A_TEST);
        }
    }
}
