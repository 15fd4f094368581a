package org.partnerhub.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHostNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AMQP 0-9-1 broker (Apache Qpid Broker-J) in this JVM that speaks to RabbitMQ's client. Its queues and durable messages lie in
 * the folder and survive restarts. It differs from RabbitMQ: set {@code hub.broker.quorum-queues=false}.
 */
public final class EmbeddedBroker implements AutoCloseable {

    public static final String USER = "hub";
    public static final String VIRTUAL_HOST = "hub";

    private static final String PART = "broker";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final SystemLauncher launcher;
    private final Broker<?> broker;
    private final PartsFolder folder;

    private EmbeddedBroker(SystemLauncher launcher, Broker<?> broker, PartsFolder folder) {
        this.launcher = launcher;
        this.broker = broker;
        this.folder = folder;
    }

    public static EmbeddedBroker start(PartsFolder folder) {
        keepDerbyLogIn(folder);
        Started started = new Started();
        SystemLauncher launcher = new SystemLauncher(started);
        try {
            launcher.startup(attributes(folder));
        } catch (Exception failed) { // the launcher declares no narrower type
            throw new IllegalStateException("The AMQP broker did not start on " + folder.root() + ".", failed);
        }
        return new EmbeddedBroker(launcher, started.broker(), folder);
    }

    public int port() {
        return folder.port(PART, 5672);
    }

    public String password() {
        return folder.secret(PART + "." + USER);
    }

    /** Makes a further virtual host that forgets everything when the broker stops; for tests that must not meet each other. */
    public void addForgetfulVirtualHost(String name) {
        broker.createChild(
                VirtualHostNode.class,
                Map.of("name", name, "type", "Memory", "virtualHostInitialConfiguration", "{\"type\": \"Memory\"}"));
    }

    @Override
    public void close() {
        try {
            launcher.shutdown();
        } catch (IllegalStateException stopping) {
            // on Ctrl-C the broker's own shutdown hook may be at it already
            LOG.debug("The broker stops by itself.", stopping);
        }
    }

    /** Derby would otherwise write derby.log into whatever folder the JVM was started in. */
    private static void keepDerbyLogIn(PartsFolder folder) {
        if (System.getProperty("derby.stream.error.file") == null) {
            System.setProperty(
                    "derby.stream.error.file",
                    folder.part(PART).resolve("derby.log").toString());
        }
    }

    private static Map<String, Object> attributes(PartsFolder folder) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("type", "JSON");
        attributes.put(
                "storePath", folder.part(PART).resolve("configuration.json").toString());
        attributes.put("initialConfigurationLocation", resource("/embedded/broker.json"));
        attributes.put("startupLoggedToSystemOut", false);
        attributes.put(
                "context",
                Map.of(
                        "qpid.work_dir", folder.part(PART).toString(),
                        // each removal is a statement of its own to Derby: one thread removes more messages in one
                        "qpid.jdbcstore.executorThreads", "1",
                        "hub.amqp_port", Integer.toString(folder.port(PART, 5672)),
                        "hub.amqp_password", folder.secret(PART + "." + USER)));
        return attributes;
    }

    private static String resource(String name) {
        return Objects.requireNonNull(EmbeddedBroker.class.getResource(name), name)
                .toExternalForm();
    }

    /** Keeps hold of what the launcher made. */
    private static final class Started extends DefaultSystemLauncherListener {

        private @Nullable SystemConfig<?> system;

        @Override
        public void onContainerResolve(SystemConfig<?> systemConfig) {
            system = systemConfig;
        }

        Broker<?> broker() {
            return (Broker<?>) Objects.requireNonNull(system, "the broker's own configuration")
                    .getContainer();
        }
    }
}
