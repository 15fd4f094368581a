package org.partnerhub.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.MountableFile;

/** The broker's users of docker-compose.yml; skipped, saying so, where there is no Docker. */
class BrokerUsersContainersIT {

    private static final Path DEPLOYED = Path.of("..", "deploy", "rabbitmq");
    private static final RabbitMQContainer BROKER = new RabbitMQContainer("rabbitmq:4-management");

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "No Docker that Testcontainers can use: not run on containers.");
        String definitions = Files.readString(DEPLOYED.resolve("users.json"));
        BROKER.withEnv("RABBITMQ_CONFIG_FILE", "/etc/partner-hub/rabbitmq.conf")
                .withCopyToContainer(
                        MountableFile.forHostPath(DEPLOYED.resolve("rabbitmq.conf"), 0644),
                        "/etc/partner-hub/rabbitmq.conf")
                .withCopyToContainer(
                        Transferable.of(definitions.replaceAll("\\$\\{([A-Z]+)_BROKER_PASSWORD}", "secret-of-$1")),
                        "/run/secrets/broker-users")
                .start();
    }

    @AfterAll
    static void stop() {
        BROKER.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral-service", "consent-service", "notification-service"})
    void aServiceDeclaresPublishesAndConsumesWhatIsItsOwn(String service) {
        CachingConnectionFactory connections = as(service);
        try {
            declare(service, connections);
            var template = new RabbitTemplate(connections);
            template.convertAndSend(Broker.EXCHANGE, EventType.PARTNER_CHANGED.routingKey(), "an event");
            template.convertAndSend(Broker.DEAD_LETTER_EXCHANGE, service + ".dead-letters", "a dead letter");

            assertThat(template.receive(Broker.queue(service, EventType.PARTNER_CHANGED), 10_000))
                    .isNotNull();
            assertThat(template.receive(service + ".dead-letters", 10_000)).isNotNull();
        } finally {
            connections.destroy();
        }
    }

    @Test
    void anothersQueuesAreClosedToIt() {
        CachingConnectionFactory owner = as("consent-service");
        CachingConnectionFactory stranger = as("referral-service");
        try {
            declare("consent-service", owner);
            String queue = Broker.queue("consent-service", EventType.PARTNER_CHANGED);
            var admin = new RabbitAdmin(stranger);

            assertThatThrownBy(() -> new RabbitTemplate(stranger).receive(queue))
                    .isInstanceOf(AmqpException.class);
            assertThat(admin.deleteQueue(queue)).isFalse();
            assertThat(new RabbitAdmin(owner).getQueueInfo(queue)).isNotNull();
            assertThatThrownBy(() -> admin.declareQueue(new Queue("consent-service.listening")))
                    .isInstanceOf(AmqpException.class);
            assertThatThrownBy(() -> admin.declareQueue(new Queue("anything"))).isInstanceOf(AmqpException.class);
        } finally {
            owner.destroy();
            stranger.destroy();
        }
    }

    @Test
    void thereIsNoAdministratorWithAWellKnownPassword() {
        CachingConnectionFactory guest = as("guest", "guest");
        try {
            assertThatThrownBy(guest::createConnection).isInstanceOf(AmqpException.class);
        } finally {
            guest.destroy();
        }
    }

    private static void declare(String service, CachingConnectionFactory connections) {
        Declaring.all(
                new RabbitAdmin(connections),
                new BrokerTopology(service, true)
                        .declarables(List.of(new EventSubscription(EventType.PARTNER_CHANGED, event -> {}))));
    }

    private static CachingConnectionFactory as(String service) {
        return as(service, "secret-of-" + service.replace("-service", "").toUpperCase(java.util.Locale.ROOT));
    }

    private static CachingConnectionFactory as(String user, String password) {
        var connections = new CachingConnectionFactory(BROKER.getHost(), BROKER.getAmqpPort());
        connections.setUsername(user);
        connections.setPassword(password);
        return connections;
    }
}
