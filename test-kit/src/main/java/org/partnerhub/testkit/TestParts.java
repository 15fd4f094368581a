package org.partnerhub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.embedded.EmbeddedBroker;
import org.partnerhub.embedded.EmbeddedPostgreSql;
import org.partnerhub.embedded.PartsFolder;

/** One PostgreSQL and one broker a JVM, started when a test first asks, in a folder that goes away with them. */
final class TestParts {

    /** Nobody misses these data, so the server need not wait for the disk. */
    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static @Nullable PartsFolder folder;
    private static @Nullable EmbeddedPostgreSql postgreSql;
    private static @Nullable EmbeddedBroker broker;

    private static boolean containers;

    private TestParts() {}

    /** From now on, until it is said otherwise. */
    static synchronized void useContainers(boolean use) {
        containers = use;
    }

    static synchronized DatabaseServer postgreSql() {
        return containers ? ContainerParts.postgreSql() : new Embedded(embeddedPostgreSql());
    }

    static synchronized BrokerServer broker() {
        return containers ? ContainerParts.broker() : embedded(embeddedBroker());
    }

    private static BrokerServer embedded(EmbeddedBroker broker) {
        return new BrokerServer(
                "localhost",
                broker.port(),
                EmbeddedBroker.USER,
                broker.password(),
                false,
                broker::addForgetfulVirtualHost);
    }

    private static EmbeddedPostgreSql embeddedPostgreSql() {
        if (postgreSql == null) {
            postgreSql = EmbeddedPostgreSql.start(folder(), FORGETFUL);
        }
        return postgreSql;
    }

    private static EmbeddedBroker embeddedBroker() {
        if (broker == null) {
            broker = EmbeddedBroker.start(folder());
        }
        return broker;
    }

    /** A folder of random ports: several test runs may share a machine. */
    private static PartsFolder folder() {
        if (folder == null) {
            try {
                Path path = Files.createTempDirectory("hub-test-");
                folder = PartsFolder.withAnyPorts(path);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(path), "stop-test-parts"));
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
        return folder;
    }

    private static synchronized void stop(Path path) {
        if (broker != null) {
            broker.close();
        }
        if (postgreSql != null) {
            postgreSql.close();
        }
        if (folder != null) {
            folder.close();
        }
        delete(path);
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }

    private record Embedded(EmbeddedPostgreSql server) implements DatabaseServer {

        @Override
        public String jdbcUrl(String database) {
            return server.jdbcUrl(database);
        }

        @Override
        public String password(String role) {
            return server.password(role);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return server.connect(database);
        }
    }
}
