package org.partnerhub.testkit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh virtual host on the broker that all tests of a JVM share: no other test's queues or messages are in it.
 *
 * @param virtualHost its name
 * @param quorumQueues whether the broker has them
 */
public record TestBroker(
        String host, int port, String user, String password, String virtualHost, boolean quorumQueues) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static synchronized TestBroker fresh() {
        BrokerServer broker = TestParts.broker();
        String virtualHost = "test-" + NUMBER.incrementAndGet();
        broker.virtualHosts().add(virtualHost);
        return new TestBroker(
                broker.host(), broker.port(), broker.user(), broker.password(), virtualHost, broker.quorumQueues());
    }

    /** The settings by which a service finds it. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.rabbitmq.host", host,
                "spring.rabbitmq.port", Integer.toString(port),
                "spring.rabbitmq.username", user,
                "spring.rabbitmq.password", password,
                "spring.rabbitmq.virtual-host", virtualHost,
                "hub.broker.quorum-queues", Boolean.toString(quorumQueues));
    }

    @Override
    public String toString() {
        return "amqp://" + host + ":" + port + "/" + virtualHost;
    }
}
