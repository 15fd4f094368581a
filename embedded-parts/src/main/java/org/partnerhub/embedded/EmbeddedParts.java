package org.partnerhub.embedded;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL, broker and Keycloak on one folder, started side by side. Each is a promise: whoever needs one waits for that one alone.
 */
public final class EmbeddedParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedParts.class);

    private final Watchdog watchdog;
    private final CompletableFuture<EmbeddedPostgreSql> postgreSql;
    private final CompletableFuture<EmbeddedBroker> broker;
    private final CompletableFuture<EmbeddedKeycloak> keycloak;

    private EmbeddedParts(PartsFolder folder, Map<String, String> realmSecrets) {
        watchdog = Watchdog.over(EmbeddedPostgreSql.pidFile(folder), EmbeddedKeycloak.pidFile(folder));
        keycloak = CompletableFuture.supplyAsync(
                () -> EmbeddedKeycloak.start(folder, realmSecrets), Thread::startVirtualThread);
        postgreSql = CompletableFuture.supplyAsync(() -> EmbeddedPostgreSql.start(folder), Thread::startVirtualThread);
        broker = CompletableFuture.supplyAsync(() -> EmbeddedBroker.start(folder), Thread::startVirtualThread);
    }

    /**
     * Begins to start all three and returns at once.
     *
     * @param realmSecrets values of the realm file's placeholders, see deploy/keycloak/README.md
     */
    public static EmbeddedParts start(PartsFolder folder, Map<String, String> realmSecrets) {
        return new EmbeddedParts(folder, realmSecrets);
    }

    /** Waits until it is ready. */
    public EmbeddedPostgreSql postgreSql() {
        return postgreSql.join();
    }

    /** Waits until it is ready. */
    public EmbeddedBroker broker() {
        return broker.join();
    }

    /** Waits until it is ready. */
    public EmbeddedKeycloak keycloak() {
        return keycloak.join();
    }

    /** Stops what has started, and what is still starting as soon as it has. */
    @Override
    public void close() {
        close(keycloak);
        close(broker);
        close(postgreSql);
        watchdog.close();
    }

    private static void close(CompletableFuture<? extends AutoCloseable> part) {
        try {
            part.join().close();
        } catch (CompletionException neverStarted) {
            // whoever waited for it has been told why
        } catch (Exception failed) { // AutoCloseable declares no narrower type
            // the others are still to be stopped; the watchdog ends what is left
            LOG.warn("A part did not stop by itself.", failed);
        }
    }
}
