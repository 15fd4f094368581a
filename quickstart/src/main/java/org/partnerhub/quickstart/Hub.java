package org.partnerhub.quickstart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.partnerhub.embedded.EmbeddedParts;
import org.partnerhub.embedded.PartsFolder;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub: every service in this JVM, on PostgreSQL, broker and Keycloak of its own in one folder. */
public final class Hub implements AutoCloseable {

    private final HubAddresses addresses;
    private final EmbeddedParts parts;
    private final Deque<ConfigurableApplicationContext> services = new ArrayDeque<>();

    private Hub(HubAddresses addresses, EmbeddedParts parts) {
        this.addresses = addresses;
        this.parts = parts;
    }

    /**
     * Starts everything and returns when every service says that it is ready.
     *
     * @param settings further settings for every service, such as the partners' addresses
     * @param progress is told what has been started
     * @throws IllegalStateException where a part or a service does not start; what had started is stopped
     */
    public static Hub start(PartsFolder folder, Map<String, String> settings, Consumer<String> progress) {
        HubAddresses addresses = new HubAddresses(folder);
        Hub hub = new Hub(addresses, EmbeddedParts.start(folder, DemoSecrets.realm(folder, addresses)));
        boolean started = false;
        try {
            hub.startServices(new ServiceArguments(folder, addresses, hub.parts, settings), progress);
            started = true;
        } finally {
            if (!started) {
                hub.close();
            }
        }
        return hub;
    }

    public HubAddresses addresses() {
        return addresses;
    }

    public EmbeddedParts parts() {
        return parts;
    }

    private void startServices(ServiceArguments arguments, Consumer<String> progress) {
        progress.accept("PostgreSQL on port " + parts.postgreSql().port());
        progress.accept("AMQP broker on port " + parts.broker().port());
        for (ServiceName service : ServiceName.values()) {
            // this hub stops its services itself, in its own order
            services.push(service.application().registerShutdownHook(false).run(arguments.of(service)));
            progress.accept(service.id() + " on " + addresses.service(service));
        }
        progress.accept("Keycloak on " + parts.keycloak().url());
        Readiness readiness = new Readiness(addresses);
        for (ServiceName service : ServiceName.values()) {
            readiness.awaitReady(service);
        }
        progress.accept("every service is ready");
    }

    /** Stops the services, the last first, then the parts. */
    @Override
    public synchronized void close() {
        while (!services.isEmpty()) {
            services.pop().close();
        }
        parts.close();
    }
}
