package org.partnerhub.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.testkit.OnContainers;
import org.partnerhub.testkit.TestBroker;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ChannelProxy;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * What RabbitMQ itself does with a message over which its consumer dies again and again; the embedded broker has no such limit. (Since
 * 4.3 a consumer that hands a message back with {@code basic.nack} has not failed: that is not counted.)
 */
@OnContainers
class DeadLettersContainersIT {

    private static final BrokerTopology TOPOLOGY = new BrokerTopology("stubborn-service", true);
    private static final String QUEUE = Broker.queue("stubborn-service", EventType.PARTNER_CHANGED);

    private static TestBroker broker;

    @BeforeAll
    static void start() {
        broker = TestBroker.fresh();
    }

    @Test
    void aMessageOverWhichItsConsumerDiesAgainAndAgainEndsAmongTheDeadLetters() {
        var connections = new CachingConnectionFactory(broker.host(), broker.port());
        connections.setUsername(broker.user());
        connections.setPassword(broker.password());
        connections.setVirtualHost(broker.virtualHost());
        try {
            var template = new RabbitTemplate(connections);
            Declaring.all(
                    new RabbitAdmin(connections),
                    TOPOLOGY.declarables(List.of(new EventSubscription(EventType.PARTNER_CHANGED, event -> {}))));
            template.convertAndSend(Broker.EXCHANGE, EventType.PARTNER_CHANGED.routingKey(), "never taken");

            Message dead = await("the message is dead")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> {
                                dieOver(template);
                                return template.receive(TOPOLOGY.deadLetters());
                            },
                            found -> found != null);

            assertThat(new String(dead.getBody(), StandardCharsets.UTF_8)).isEqualTo("never taken");
            assertThat(template.receive(QUEUE)).isNull();
        } finally {
            connections.destroy();
        }
    }

    private static void dieOver(RabbitTemplate template) {
        template.execute(channel -> {
            GetResponse delivered = channel.basicGet(QUEUE, false);
            if (delivered != null) {
                ((ChannelProxy) channel).getTargetChannel().abort();
            }
            return null;
        });
    }
}
