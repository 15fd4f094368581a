package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.benchmarks.TwoInserts.Database;
import org.partnerhub.embedded.EmbeddedPostgreSql;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.DemoSecrets;
import org.partnerhub.quickstart.Hub;
import org.partnerhub.quickstart.partner.PartnerClient;

/** The hub that is measured: started here in one JVM with the load, or running elsewhere. */
final class HubUnderTest implements AutoCloseable {

    /** The rate limit is not what is measured. */
    static final String NO_RATE_LIMIT = "1000000";

    private static final String SENDER = "fenland-academy";
    private static final String BASELINE = "benchmark";

    private final URI gateway;
    private final URI issuer;
    private final @Nullable Database database;
    private final @Nullable Hub hub;
    private final @Nullable PartsFolder folder;

    private HubUnderTest(
            URI gateway, URI issuer, @Nullable Database database, @Nullable Hub hub, @Nullable PartsFolder folder) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.database = database;
        this.hub = hub;
        this.folder = folder;
    }

    static HubUnderTest of(BenchmarkOptions options, CouncilReceiver receiver, PrintStream out) throws SQLException {
        URI against = options.against();
        return against == null ? started(options, receiver, out) : running(options, against, receiver, out);
    }

    private static HubUnderTest started(BenchmarkOptions options, CouncilReceiver receiver, PrintStream out)
            throws SQLException {
        Instant begin = Instant.now();
        PartsFolder folder = PartsFolder.at(options.folder());
        Hub hub = Hub.start(folder, settings(receiver), progress -> {});
        out.printf(
                "Hub, parts and all, in one JVM: ready in %.1f s%n",
                Duration.between(begin, Instant.now()).toMillis() / 1000.0);
        return new HubUnderTest(
                hub.addresses().gateway(),
                hub.addresses().issuer(),
                baselineOn(hub.parts().postgreSql()),
                hub,
                folder);
    }

    /** What the hub must be told to be measured. */
    static Map<String, String> settings(CouncilReceiver receiver) {
        Map<String, String> settings = new HashMap<>();
        settings.put("hub.limits.partner-requests-per-second", NO_RATE_LIMIT);
        settings.put("hub.limits.partner-burst", NO_RATE_LIMIT);
        settings.put(
                "hub.channels.early-help-hub-cambridgeshire.url",
                receiver.council().toString());
        settings.put(
                "hub.channels.fenland-academy-safeguarding-lead.url",
                receiver.school().toString());
        return settings;
    }

    private static Database baselineOn(EmbeddedPostgreSql server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + BASELINE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + BASELINE);
            }
        }
        return new Database("localhost", server.port(), BASELINE, "postgres", server.password("postgres"));
    }

    private static HubUnderTest running(
            BenchmarkOptions options, URI gateway, CouncilReceiver receiver, PrintStream out) {
        out.printf("Hub at %s; it must have %s%n", gateway, new java.util.TreeMap<>(settings(receiver)));
        URI baseline = options.baselineUrl() == null
                ? null
                : URI.create(options.baselineUrl().replaceFirst("^jdbc:", ""));
        Database database = baseline == null
                ? null
                : new Database(
                        baseline.getHost(),
                        baseline.getPort() < 0 ? 5432 : baseline.getPort(),
                        baseline.getPath().substring(1),
                        options.baselineUser(),
                        options.baselinePassword());
        return new HubUnderTest(gateway, options.issuer(), database, null, null);
    }

    URI gateway() {
        return gateway;
    }

    /** The sender, with the demonstration's secret. */
    PartnerClient sender() {
        return sender(gateway, issuer);
    }

    static PartnerClient sender(URI gateway, URI issuer) {
        return new PartnerClient(gateway, issuer, SENDER, DemoSecrets.ofPartner(SENDER));
    }

    /**
     * Where decisions are asked for: inside, not through the gateway.
     *
     * @throws IllegalStateException where the hub runs elsewhere and the inside cannot be reached
     */
    URI consentService() {
        return URI.create("http://localhost:" + inside().port("consent-service", 8082));
    }

    /** A service that may ask. */
    PartnerClient asker() {
        String service = "notification-service";
        return new PartnerClient(consentService(), issuer, service, inside().secret("client." + service));
    }

    private PartsFolder inside() {
        if (folder == null) {
            throw new IllegalStateException(
                    "Decisions are measured in a hub that is started here: leave out --against.");
        }
        return folder;
    }

    Optional<Database> database() {
        return Optional.ofNullable(database);
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
