package org.partnerhub.testkit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.partnerhub.embedded.EmbeddedBroker;

/**
 * A fresh virtual host on the broker that all tests of a JVM share: no other test's queues or messages are in it.
 *
 * @param virtualHost its name
 */
public record TestBroker(String host, int port, String user, String password, String virtualHost) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static synchronized TestBroker fresh() {
        EmbeddedBroker broker = TestParts.broker();
        String virtualHost = "test-" + NUMBER.incrementAndGet();
        broker.addForgetfulVirtualHost(virtualHost);
        return new TestBroker("localhost", broker.port(), EmbeddedBroker.USER, broker.password(), virtualHost);
    }

    /** The settings by which a service finds it. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.rabbitmq.host", host,
                "spring.rabbitmq.port", Integer.toString(port),
                "spring.rabbitmq.username", user,
                "spring.rabbitmq.password", password,
                "spring.rabbitmq.virtual-host", virtualHost,
                "hub.broker.quorum-queues", "false");
    }

    @Override
    public String toString() {
        return "amqp://" + host + ":" + port + "/" + virtualHost;
    }
}
