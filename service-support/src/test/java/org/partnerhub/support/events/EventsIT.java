package org.partnerhub.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.event.HubEvent.PartnerChanged;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.support.SupportedService;
import org.partnerhub.support.web.CorrelationFilter;
import org.partnerhub.testkit.TestBroker;
import org.partnerhub.testkit.TestDatabase;
import org.slf4j.MDC;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class EventsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<HubEvent> TAKEN = new CopyOnWriteArrayList<>();
    private static final List<String> CORRELATIONS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private static FlakyBroker broker;
    private static ConfigurableApplicationContext service;
    private static TransactionTemplate transactions;
    private static JdbcClient database;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({org.partnerhub.support.ServiceSupport.class, EventSupport.class})
    static class Subscriber {

        @Bean
        EventSubscription referrals() {
            return new EventSubscription(EventType.REFERRAL_RECEIVED, EventsIT::take);
        }
    }

    private static void take(HubEvent event) {
        database.sql("insert into effect (what) values (?)")
                .param(event.toString())
                .update();
        if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("as the test wants");
        }
        TAKEN.add(event);
        CORRELATIONS.add(String.valueOf(MDC.get(CorrelationFilter.MDC_KEY)));
    }

    @BeforeAll
    static void start() throws Exception {
        broker = new FlakyBroker(TestBroker.fresh());
        var owned = TestDatabase.fresh("consent");
        try (var owner = owned.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table effect (what text not null)");
            statement.execute("grant select, insert on effect to consent_service");
        }
        Map<String, String> settings = new HashMap<>(owned.settings());
        settings.putAll(broker.settings());
        settings.put("spring.flyway.baseline-on-migrate", "true");
        settings.put("spring.flyway.baseline-version", "0");
        settings.put("management.tracing.sampling.probability", "1.0");
        service = SupportedService.run(Subscriber.class, settings);
        transactions = service.getBean(TransactionTemplate.class);
        database = service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
    }

    @BeforeEach
    void forget() {
        TAKEN.clear();
        CORRELATIONS.clear();
        FAILURES.set(0);
    }

    @Test
    void anEventArrivesWithTheCorrelationIdOfItsCause() {
        var event = new ReferralReceived(ReferralId.fresh());
        try (var _ = MDC.putCloseable(CorrelationFilter.MDC_KEY, "case-4711")) {
            publish(event);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(TAKEN).containsExactly(event));
        assertThat(CORRELATIONS).containsExactly("case-4711");
        await().atMost(SOON).untilAsserted(() -> assertThat(waitingInOutbox()).isZero());
    }

    @Test
    void outsideATransactionNothingIsPublished() {
        Outbox outbox = service.getBean(Outbox.class);

        assertThatThrownBy(() -> outbox.publish(new ReferralReceived(ReferralId.fresh())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        var undone = new ReferralReceived(ReferralId.fresh());
        transactions.executeWithoutResult(transaction -> {
            service.getBean(Outbox.class).publish(undone);
            transaction.setRollbackOnly();
        });
        var done = new ReferralReceived(ReferralId.fresh());
        publish(done);

        await().atMost(SOON).untilAsserted(() -> assertThat(TAKEN).containsExactly(done));
    }

    @Test
    void aBrokerThatIsDownLosesNothing() {
        broker.goDown();
        var events = List.of(new ReferralReceived(ReferralId.fresh()), new ReferralReceived(ReferralId.fresh()));
        events.forEach(EventsIT::publish);
        await().atMost(SOON).untilAsserted(() -> assertThat(tries()).isPositive());
        assertThat(waitingInOutbox()).isEqualTo(2);

        broker.comeBack();

        await().atMost(SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(TAKEN).containsExactlyInAnyOrderElementsOf(events));
        await().atMost(SOON).untilAsserted(() -> assertThat(waitingInOutbox()).isZero());
    }

    @Test
    void anEventThatNobodyWouldReceiveStaysInTheOutboxUntilSomebodyDoes() {
        publish(new PersonMerged(PersonId.fresh(), PersonId.fresh()));
        await().atMost(SOON).untilAsserted(() -> assertThat(tries()).isGreaterThan(1));
        assertThat(waitingInOutbox()).isEqualTo(1);

        var late = new Queue("late-comer");
        var admin = service.getBean(RabbitAdmin.class);
        admin.declareQueue(late);
        admin.declareBinding(BindingBuilder.bind(late)
                .to(new TopicExchange(Broker.EXCHANGE))
                .with(EventType.PERSON_MERGED.routingKey()));

        await().atMost(SOON).untilAsserted(() -> assertThat(waitingInOutbox()).isZero());
        assertThat(received("late-comer")).isNotNull();
    }

    @Test
    void theSameMessageTwiceHasOneEffect() {
        var message = amqp(UUID.randomUUID(), new ReferralReceived(ReferralId.fresh()));
        send(message);
        send(message);
        var marker = new ReferralReceived(ReferralId.fresh());
        send(amqp(UUID.randomUUID(), marker));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TAKEN).contains(marker).hasSize(2));
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(TAKEN).hasSize(2));
    }

    @Test
    void aFailingHandlerLeavesNoEffectAndIsTriedAgainFromTheDatabase() {
        FAILURES.set(2);
        var event = new ReferralReceived(ReferralId.fresh());
        publish(event);

        await().atMost(SOON).untilAsserted(() -> assertThat(TAKEN).containsExactly(event));
        // the handler is heard of before its transaction has committed
        await().atMost(SOON).untilAsserted(() -> assertThat(effects(event)).isEqualTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                database.sql("select count(*) from inbox where done_at is null or body is not null")
                                        .query(Long.class)
                                        .single())
                        .isZero());
    }

    @Test
    void whatCannotBeReadIsPutAsideAndHoldsUpNothing() {
        send(MessageBuilder.withBody("no event".getBytes(StandardCharsets.UTF_8))
                .setMessageId(UUID.randomUUID().toString())
                .setType(EventType.REFERRAL_RECEIVED.routingKey())
                .build());
        var readable = new ReferralReceived(ReferralId.fresh());
        publish(readable);

        await().atMost(SOON).untilAsserted(() -> assertThat(TAKEN).containsExactly(readable));
        assertThat(received("consent-service.dead-letters")).isNotNull();
    }

    @Test
    void theMetersSayWhatWaits() {
        var meters = service.getBean(io.micrometer.core.instrument.MeterRegistry.class);

        assertThat(meters.get("hub.outbox.depth").gauge().value()).isNotNaN();
        assertThat(meters.get("hub.outbox.age").gauge().value()).isNotNaN();
        assertThat(meters.get("hub.inbox.waiting").gauge().value()).isNotNaN();
    }

    @Test
    void theTraceOfTheCauseIsCarriedToTheHandler() {
        var tracer = service.getBean(io.micrometer.tracing.Tracer.class);
        var span = tracer.nextSpan().name("cause").start();
        var event = new PartnerChanged(new PartnerId("cpft"));
        try (var _ = tracer.withSpan(span)) {
            publish(event);
        } finally {
            span.end();
        }

        String stored = database.sql("select traceparent from outbox where type = 'partner.changed'")
                .query(String.class)
                .single();
        assertThat(stored).contains(span.context().traceId());
        database.sql("delete from outbox where type = 'partner.changed'").update();
    }

    @Test
    void withoutConfirmsTheServiceRefusesToStart() {
        Map<String, String> settings =
                new HashMap<>(TestDatabase.fresh("consent").settings());
        settings.putAll(broker.settings());
        settings.put("spring.rabbitmq.publisher-confirm-type", "none");

        assertThatThrownBy(() -> SupportedService.run(Subscriber.class, settings))
                .hasStackTraceContaining("spring.rabbitmq.publisher-confirm-type=correlated");
    }

    private static void publish(HubEvent event) {
        transactions.executeWithoutResult(
                transaction -> service.getBean(Outbox.class).publish(event));
    }

    private static Message amqp(UUID id, HubEvent event) {
        return MessageBuilder.withBody(EventMessage.of(event, null, null).body().getBytes(StandardCharsets.UTF_8))
                .setMessageId(id.toString())
                .setType(EventType.of(event).routingKey())
                .build();
    }

    private static void send(Message message) {
        service.getBean(RabbitTemplate.class).send(Broker.EXCHANGE, EventType.REFERRAL_RECEIVED.routingKey(), message);
    }

    private static @Nullable Message received(String queue) {
        return service.getBean(RabbitTemplate.class).receive(queue, 5_000);
    }

    private static long waitingInOutbox() {
        return database.sql("select count(*) from outbox").query(Long.class).single();
    }

    private static int tries() {
        return database.sql("select coalesce(max(attempts), 0) from outbox")
                .query(Integer.class)
                .single();
    }

    private static long effects(HubEvent event) {
        return database.sql("select count(*) from effect where what = ?")
                .param(event.toString())
                .query(Long.class)
                .single();
    }
}
