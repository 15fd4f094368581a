package org.partnerhub.support.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.List;
import org.partnerhub.contracts.event.Broker;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outbox, relay, inbox and listeners for a service with a database and a broker. */
@Configuration(proxyBeanMethods = false)
public class EventSupport {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final int PREFETCH = 50;

    private final String service;

    EventSupport(@Value("${spring.application.name}") String service) {
        this.service = service;
    }

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP), service);
    }

    /** Publishes on a connection of its own: a broker that blocks publishers must not block consumers. */
    @Bean
    RabbitTemplate hubTemplate(ConnectionFactory connections) {
        if (!connections.isPublisherConfirms() || !connections.isPublisherReturns()) {
            throw new IllegalStateException("Without confirms an event could be lost unnoticed: set"
                    + " spring.rabbitmq.publisher-confirm-type=correlated and spring.rabbitmq.publisher-returns=true.");
        }
        var template = new RabbitTemplate(connections);
        template.setMandatory(true);
        template.setUsePublisherConnection(true);
        return template;
    }

    @Bean
    BrokerTopology topology(@Value("${hub.broker.quorum-queues}") boolean quorumQueues) {
        return new BrokerTopology(service, quorumQueues);
    }

    @Bean
    Declarables declarables(BrokerTopology topology, List<EventSubscription> subscriptions) {
        return topology.declarables(subscriptions);
    }

    @Bean
    StoredOutbox outbox(JdbcClient database, Traces traces) {
        return new StoredOutbox(database, traces);
    }

    @Bean
    Poller outboxRelay(StoredOutbox outbox, RabbitTemplate hubTemplate) {
        var poller = new Poller(service + ":outbox", POLL, new OutboxRelay(outbox, hubTemplate)::relay);
        outbox.onCommit(poller::nudge);
        return poller;
    }

    @Bean
    Inbox inbox(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Traces traces,
            List<EventSubscription> subscriptions,
            @Value("${hub.inbox.keep:14d}") Duration kept) {
        return new Inbox(database, new TransactionTemplate(transactions), traces, subscriptions, kept);
    }

    @Bean
    Poller inboxRetries(Inbox inbox) {
        return new Poller(service + ":inbox", POLL, inbox::retry);
    }

    @Bean
    Poller inboxSweep(Inbox inbox) {
        return new Poller(service + ":inbox-sweep", SWEEP, inbox::forget);
    }

    @Bean
    SimpleMessageListenerContainer eventListener(
            ConnectionFactory connections,
            Inbox inbox,
            RabbitTemplate hubTemplate,
            BrokerTopology topology,
            List<EventSubscription> subscriptions,
            @Value("${hub.events.consumers:2}") int consumers) {
        var container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(subscriptions.stream()
                .map(subscription -> Broker.queue(service, subscription.type()))
                .toArray(String[]::new));
        container.setMessageListener(
                new EventListener(inbox, hubTemplate, topology.deadLetters(), container::isRunning));
        container.setConcurrentConsumers(consumers);
        container.setPrefetchCount(PREFETCH);
        container.setMissingQueuesFatal(false);
        container.setDefaultRequeueRejected(true);
        return container;
    }

    @Bean
    MeterBinder eventMeters(StoredOutbox outbox, Inbox inbox) {
        return registry -> {
            Gauge.builder("hub.outbox.depth", outbox, StoredOutbox::depth).register(registry);
            Gauge.builder("hub.outbox.age", outbox, it -> it.age().toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("hub.inbox.waiting", inbox, Inbox::waiting).register(registry);
        };
    }
}
