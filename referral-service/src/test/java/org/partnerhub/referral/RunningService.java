package org.partnerhub.referral;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.testkit.TestBroker;
import org.partnerhub.testkit.TestDatabase;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real database and broker, once for all tests of a JVM; its siblings are played. */
final class RunningService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SiblingsPlayed siblings;
    private final ClamdPlayed scanner = ClamdPlayed.started();
    private final @Nullable TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final EventsSeen events;

    private RunningService(
            Map<String, String> parts, @Nullable TestDatabase database, SiblingsPlayed siblings, Clock clock) {
        this.siblings = siblings;
        this.database = database;
        Map<String, String> settings = new HashMap<>(parts);
        settings.putAll(TestIssuer.shared().settings());
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("hub.services.consent", siblings.server().baseUrl());
        settings.put("hub.services.notification", siblings.server().baseUrl());
        settings.put("hub.attachments.scanner.host", "localhost");
        settings.put("hub.attachments.scanner.port", Integer.toString(scanner.port()));
        settings.put("hub.attachments.scanner.every", "100ms");
        settings.put("hub.people.merge-settles-after", "0s");
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        context = ReferralServiceApplication.application()
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                .run(arguments.toArray(String[]::new));
        events = new EventsSeen(context.getBean(ConnectionFactory.class), context.getBean(RabbitTemplate.class));
        Runtime.getRuntime().addShutdownHook(new Thread(siblings::close));
        await("the service is ready").atMost(SOON).until(() -> isReady());
    }

    /** A database and a broker that nobody used before. */
    static Map<String, String> freshParts() {
        Map<String, String> parts = new HashMap<>(TestDatabase.fresh("referral").settings());
        parts.putAll(TestBroker.fresh().settings());
        return parts;
    }

    /** An instance of its own, beside others on the same parts. */
    static RunningService on(Map<String, String> parts, SiblingsPlayed siblings, Clock clock) {
        return new RunningService(parts, null, siblings, clock);
    }

    /** The process ends; its database and broker stay. */
    void stop() {
        // the client library closes channels in threads that may outlive its pool; a later wait must not fail for that
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        context.close();
    }

    private boolean isReady() {
        URI readiness = URI.create("http://localhost:" + port("local.management.port") + "/actuator/health/readiness");
        return call(HttpRequest.newBuilder(readiness)).status() == 200;
    }

    public static RunningService shared() {
        return Shared.SERVICE;
    }

    public SiblingsPlayed siblings() {
        return siblings;
    }

    ClamdPlayed scanner() {
        return scanner;
    }

    /** The same database as its owner sees it, for what no service may do: making things old, and looking whether all is gone. */
    JdbcClient databaseAsOwner() {
        TestDatabase own = Objects.requireNonNull(database);
        return JdbcClient.create(new DriverManagerDataSource(
                own.url(), own.owner().user(), own.owner().password()));
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An answer over HTTP. */
    public record Reply(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text() {
            return response.body();
        }
    }

    public String token(String partner) {
        return TestIssuer.shared()
                .partner(partner, "referral.write", "referral.read", "story.read")
                .signed();
    }

    public Reply send(String partner, String key, String body) {
        return call(request("/referrals", token(partner))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply send(String partner, String body) {
        return send(partner, UUID.randomUUID().toString(), body);
    }

    public Reply post(String partner, String path, String body) {
        return call(request(path, token(partner)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply post(String partner, String key, String path, String body) {
        return call(request(path, token(partner))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As an operator of the hub, with the scope that operators have. */
    public String operatorToken(String... scopes) {
        return TestIssuer.shared()
                .officer("operator.davies", "operator", scopes)
                .signed();
    }

    public Reply get(String partner, String path) {
        return call(request(path, token(partner)).GET());
    }

    public Reply internally(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = internal(path);
        headers.forEach(request::header);
        return call(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Reply internally(String path) {
        return call(internal(path).GET());
    }

    private HttpRequest.Builder internal(String path) {
        return request(
                path,
                TestIssuer.shared()
                        .service("notification-service", "internal.people", "internal.content")
                        .signed());
    }

    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port("local.server.port") + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    public Reply call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Tells the service that a recipient has been given its referral, and waits until it knows. */
    void delivered(String referral, String recipient, String partner) {
        delivered(referral, recipient, partner, 2);
    }

    /** The same where the referral went there alone. */
    void deliveredOnly(String referral, String recipient, String partner) {
        delivered(referral, recipient, partner, 1);
    }

    private void delivered(String referral, String recipient, String partner, int places) {
        DisclosureRequested asked = events.expect(places, DisclosureRequested.class, referral).stream()
                .filter(it -> it.recipient().value().equals(recipient))
                .findFirst()
                .orElseThrow();
        events.publish(new DisclosureSettled(
                asked.request(),
                1,
                asked.source(),
                asked.subject(),
                asked.recipient(),
                asked.purpose(),
                null,
                DisclosureSettled.Outcome.DELIVERED,
                null,
                null,
                null,
                Instant.now()));
        await("the recipient may know of it")
                .atMost(SOON)
                .until(() -> get(partner, "/referrals/" + referral).status() == 200);
    }

    EventsSeen events() {
        return events;
    }

    private String port(String property) {
        return context.getEnvironment().getRequiredProperty(property);
    }

    /** On a database and a broker of its own, for a suite that stops it. */
    static RunningService fresh() {
        TestDatabase database = TestDatabase.fresh("referral");
        Map<String, String> parts = new HashMap<>(database.settings());
        parts.putAll(TestBroker.fresh().settings());
        return new RunningService(parts, database, new SiblingsPlayed(), Clock.systemUTC());
    }

    private static final class Shared {
        static final RunningService SERVICE = fresh();
    }
}
