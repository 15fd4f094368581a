package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.events.Outbox;
import org.partnerhub.testkit.TestBroker;
import org.partnerhub.testkit.TestDatabase;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.transparency.SigningKey;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This service on a real database and broker, with its siblings and the partners' webhooks played by WireMock. */
final class TestHub implements AutoCloseable {

    static final RecipientId COUNCIL = new RecipientId("early-help-hub-cambridgeshire");
    static final RecipientId POLICE = new RecipientId("cambridgeshire-constabulary-referrals");
    static final RecipientId SCHOOL = new RecipientId("fenland-academy-safeguarding-lead");
    static final RecipientId DIRECTOR = new RecipientId("cambridgeshire-directors-office");
    static final RecipientId CAMHS = new RecipientId("cpft-camhs");
    static final Purpose EARLY_HELP = new Purpose("early-help-support");
    static final String ALL_OWED =
            "{\"kind\":\"referral\",\"reference\":\"referral/%s\",\"content\":{\"identity\":{\"name\":"
                    + "{\"given\":[\"Idris\"],\"family\":\"Marlow\"}}}}";

    final ConsentServiceStub consentService = ConsentServiceStub.running();
    final WireMockServer referralService = wireMock();
    final WireMockServer fhirAdapter = wireMock();
    final WireMockServer partners = wireMock();
    final List<DisclosureSettled> settled = new CopyOnWriteArrayList<>();
    final String signingKey = SigningKey.fresh().pem();
    final ConfigurableApplicationContext context;
    final JdbcClient database;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final SimpleMessageListenerContainer listener;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestHub(Map<String, String> settings) {
        context = NotificationServiceApplication.application().run(arguments(settings));
        database = context.getBean(JdbcClient.class);
        outbox = context.getBean(Outbox.class);
        transaction = context.getBean(TransactionTemplate.class);
        listener = listen();
        referralService.stubFor(
                post(urlEqualTo("/internal/content")).willReturn(okJson(ALL_OWED.formatted(UUID.randomUUID()))));
        everyPartnerAnswers(okJson("{\"reference\":\"CASE-1\"}"));
    }

    static TestHub start(String... settings) {
        Map<String, String> own = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            own.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new TestHub(own);
    }

    private String[] arguments(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(TestDatabase.fresh("notification").settings());
        settings.putAll(TestBroker.fresh().settings());
        settings.putAll(TestIssuer.shared().settings());
        settings.putAll(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "hub.services.consent",
                consentService.url(),
                "hub.services.referral",
                referralService.baseUrl(),
                "hub.services.fhir",
                fhirAdapter.baseUrl(),
                "hub.outgoing.allow-private-addresses",
                "true",
                "hub.webhook-signing.key",
                signingKey));
        for (RecipientId recipient : List.of(COUNCIL, POLICE, SCHOOL, CAMHS)) {
            settings.put("hub.channels." + recipient + ".url", partners.baseUrl() + "/" + recipient);
        }
        settings.putAll(Map.of(
                "hub.deliveries.first-wait", "100ms",
                "hub.deliveries.longest-wait", "500ms",
                "hub.deliveries.attempt-limit", "5s",
                "hub.deliveries.lease", "20s",
                "hub.deliveries.poll-interval", "100ms",
                "hub.deliveries.upkeep-interval", "200ms",
                "hub.deliveries.circuit.open", "1s"));
        settings.putAll(own);
        return settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
    }

    private SimpleMessageListenerContainer listen() {
        var connections = context.getBean(CachingConnectionFactory.class);
        var admin = new RabbitAdmin(connections);
        var queue = new Queue("test.settled." + UUID.randomUUID(), false, false, true);
        admin.declareQueue(queue);
        admin.declareBinding(org.springframework.amqp.core.BindingBuilder.bind(queue)
                .to(new TopicExchange(Broker.EXCHANGE))
                .with(EventType.DISCLOSURE_SETTLED.routingKey()));
        admin.declareBinding(org.springframework.amqp.core.BindingBuilder.bind(queue)
                .to(new TopicExchange(Broker.EXCHANGE))
                .with(EventType.PARTNER_CHANGED.routingKey()));
        var container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(queue.getName());
        container.setMessageListener(message -> {
            if (EventType.DISCLOSURE_SETTLED
                    .routingKey()
                    .equals(message.getMessageProperties().getReceivedRoutingKey())) {
                settled.add(JsonMapper.shared().readValue(message.getBody(), DisclosureSettled.class));
            }
        });
        container.start();
        return container;
    }

    void publish(HubEvent event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    UUID request(PersonId subject, RecipientId recipient, String source) {
        return request(subject, recipient, source, Set.of(Category.IDENTITY));
    }

    UUID request(PersonId subject, RecipientId recipient, String source, Set<Category> categories) {
        return request(subject, recipient, source, categories, EARLY_HELP);
    }

    UUID request(PersonId subject, RecipientId recipient, String source, Set<Category> categories, Purpose purpose) {
        UUID request = UUID.randomUUID();
        publish(new DisclosureRequested(
                request, subject, recipient, purpose, categories, source, new PartnerId("fenland-academy"), null));
        return request;
    }

    void partnerAnswers(RecipientId recipient, ResponseDefinitionBuilder answer) {
        partners.stubFor(post(urlEqualTo("/" + recipient)).willReturn(answer));
    }

    void everyPartnerAnswers(ResponseDefinitionBuilder answer) {
        partners.resetAll();
        partners.stubFor(post(anyUrl()).willReturn(answer));
    }

    List<LoggedRequest> receivedBy(RecipientId recipient, UUID delivery) {
        return partners.findAll(com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(
                        urlEqualTo("/" + recipient))
                .withHeader(
                        "hub-delivery", com.github.tomakehurst.wiremock.client.WireMock.equalTo(delivery.toString())));
    }

    List<DisclosureSettled> settled(UUID delivery) {
        return settled.stream().filter(it -> it.delivery().equals(delivery)).toList();
    }

    List<DisclosureSettled.Outcome> outcomes(UUID delivery) {
        return settled(delivery).stream().map(DisclosureSettled::outcome).toList();
    }

    String stateOf(UUID delivery) {
        return database.sql("select state from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    HttpResponse<String> read(String path, String token) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> put(String path, String token, String body) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> submit(String path, String token, String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI address(String path) {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private static WireMockServer wireMock() {
        var server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().containerThreads(100));
        server.start();
        return server;
    }

    @Override
    public void close() {
        listener.stop();
        context.close();
        consentService.close();
        referralService.stop();
        fhirAdapter.stop();
        partners.stop();
        http.close();
    }
}
