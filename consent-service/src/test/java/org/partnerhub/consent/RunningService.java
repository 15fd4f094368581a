package org.partnerhub.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.store.Settlements;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.permit.PermitKey;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.testkit.TestBroker;
import org.partnerhub.testkit.TestDatabase;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.transparency.SigningKey;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** consent-service as it runs, on a database and a virtual host of its own; WireMock plays its siblings. */
final class RunningService implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final SigningKey LOG_KEY = SigningKey.fresh();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final PermitKey PERMIT_KEY = PermitKey.fresh();

    final TestDatabase database;
    final TestBroker broker;
    final WireMockServer siblings =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final @Nullable Clock clock;

    /** A status and a body. */
    record Answer(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    RunningService(String... settings) {
        this(null, settings);
    }

    /** With another clock than the machine's. */
    RunningService(@Nullable Clock clock, String... settings) {
        this.clock = clock;
        database = TestDatabase.fresh("consent");
        broker = TestBroker.fresh();
        siblings.start();
        siblings.stubFor(get("/internal/directory").willReturn(okJson(Directories.DEMONSTRATION)));
        siblings.stubFor(get(urlPathMatching("/internal/people/.*/facts"))
                .willReturn(aResponse().withStatus(404)));
        startInstance(settings);
    }

    /** One instance more, on the same database and broker. */
    ConfigurableApplicationContext startInstance(String... more) {
        ConfigurableApplicationContext instance = ConsentServiceApplication.application()
                .initializers(this::keepTime)
                .run(settings(more).toArray(String[]::new));
        instances.add(instance);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !instance.getBean(KnownDirectory.class).isStale());
        return instance;
    }

    ConfigurableApplicationContext instance(int number) {
        return instances.get(number);
    }

    /** Stops one; those started after it move up. */
    void stopInstance(int number) {
        instances.remove(number).close();
    }

    /** What an instance is started with. */
    List<String> settings(String... more) {
        List<String> settings = new ArrayList<>();
        Map.of(
                        "server.port", "0",
                        "management.server.port", "0",
                        "hub.demo", "true",
                        "hub.permit.key", PERMIT_KEY.pem(),
                        "hub.log.key", LOG_KEY.pem(),
                        "hub.facts.keep", "0s",
                        "hub.services.referral", siblings.baseUrl(),
                        "hub.services.notification", siblings.baseUrl(),
                        "logging.structured.format.console", "")
                .forEach((name, value) -> settings.add("--" + name + "=" + value));
        TestIssuer.shared().settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        database.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        broker.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        List<String> given = List.of(more);
        settings.removeIf(it -> given.stream().anyMatch(other -> name(other).equals(name(it))));
        settings.addAll(given);
        return settings;
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private void keepTime(ConfigurableApplicationContext instance) {
        if (clock != null) {
            instance.getBeanFactory().registerSingleton("clock", clock);
        }
    }

    /** How many events of a type about a person; nobody takes them here, so they stay where they were left. */
    long published(String type, PersonId subject) {
        return bean(JdbcClient.class)
                .sql(
                        "SELECT count(*) FROM outbox WHERE type = :type AND body LIKE '%\"subject\":\"' || :subject || '\"%'")
                .param("type", type)
                .param("subject", subject.toString())
                .query(Long.class)
                .single();
    }

    <T> T bean(Class<T> type) {
        return instances.getFirst().getBean(type);
    }

    /** referral-service knows this person. */
    void knows(PersonId person, @Nullable LocalDate birthDate, boolean isProtected) {
        String facts = JSON.writeValueAsString(
                birthDate == null
                        ? Map.of("person", person, "protectedWhereabouts", isProtected)
                        : Map.of("person", person, "birthDate", birthDate, "protectedWhereabouts", isProtected));
        siblings.stubFor(
                get(urlPathEqualTo("/internal/people/" + person + "/facts")).willReturn(okJson(facts)));
        siblings.stubFor(post("/internal/people/resolve").willReturn(okJson(facts)));
    }

    /** The disclosure that a decision permitted was delivered. */
    void settle(PersonId subject, String decision, String recipient, String purpose) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Settlements.class)
                        .settle(new DisclosureSettled(
                                UUID.randomUUID(),
                                1,
                                "referral/" + UUID.randomUUID(),
                                subject,
                                new RecipientId(recipient),
                                new Purpose(purpose),
                                DecisionId.of(decision),
                                DisclosureSettled.Outcome.DELIVERED,
                                "ab",
                                null,
                                null,
                                Clock.systemUTC().instant())));
    }

    Answer read(String path, String token) {
        return send(instances.getFirst(), HttpRequest.newBuilder().GET(), path, token);
    }

    Answer read(ConfigurableApplicationContext instance, String path, String token) {
        return send(instance, HttpRequest.newBuilder().GET(), path, token);
    }

    Answer send(String path, Object body, String token) {
        return send(instances.getFirst(), path, body, token);
    }

    /** Under an Idempotency-Key of its own. */
    Answer sendUnder(
            ConfigurableApplicationContext instance, @Nullable String key, String path, Object body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(text(body)))
                .header("Content-Type", "application/json");
        return send(instance, key == null ? request : request.header("Idempotency-Key", key), path, token);
    }

    Answer put(String path, Object body, String token) {
        return send(
                instances.getFirst(),
                HttpRequest.newBuilder()
                        .PUT(HttpRequest.BodyPublishers.ofString(text(body)))
                        .header("Content-Type", "application/json"),
                path,
                token);
    }

    /** For an answer of another kind than JSON. */
    Answer sendFor(String path, Object body, String token, String mediaType) {
        return send(
                instances.getFirst(),
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(text(body)))
                        .header("Content-Type", "application/json")
                        .header("Accept", mediaType),
                path,
                token);
    }

    ConfigurableApplicationContext first() {
        return instances.getFirst();
    }

    private static String text(Object body) {
        return body instanceof String string ? string : JSON.writeValueAsString(body);
    }

    Answer send(ConfigurableApplicationContext instance, String path, Object body, String token) {
        return sendUnder(instance, UUID.randomUUID().toString(), path, body, token);
    }

    private static Answer send(
            ConfigurableApplicationContext instance, HttpRequest.Builder request, String path, String token) {
        return send(
                instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                request,
                path,
                token);
    }

    /** To an instance in a process of its own. */
    static Answer send(int port, HttpRequest.Builder request, String path, String token) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.uri(URI.create("http://localhost:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static String school() {
        return partner("fenland-academy");
    }

    static String partner(String id) {
        return TestIssuer.shared()
                .partner(id, "consent.write", "consent.read", "log.witness")
                .signed();
    }

    static String officer() {
        return TestIssuer.shared()
                .officer(
                        "officer.adeyemi",
                        "governance-officer",
                        "log.read",
                        "breach.report",
                        "log.sample",
                        "rights.handle",
                        "log.witness",
                        "consent.review",
                        "agreement.read",
                        "agreement.write")
                .signed();
    }

    static String service() {
        return TestIssuer.shared()
                .service("notification-service", "internal.decide", "internal.keys", "internal.consents")
                .signed();
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        siblings.stop();
    }
}
