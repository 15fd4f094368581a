package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.embedded.EmbeddedBroker;
import org.yaml.snakeyaml.Yaml;

/** Who takes which event: the published document and the broker's queues, which the services' subscriptions make, say the same. */
@ExtendWith(RunningHub.class)
class EventsE2E {

    private static final Pattern TAKEN = Pattern.compile("Taken by ([a-z-]+) from its queue ([a-z.-]+)\\.");

    @Test
    void theQueuesAreThoseOfTheDocument(RunningHub.World world) throws Exception {
        assertThat(existing(world)).isEqualTo(documented());
    }

    private static Set<String> documented() throws IOException {
        Set<String> queues = new TreeSet<>();
        try (InputStream file =
                Objects.requireNonNull(EventsE2E.class.getResourceAsStream("/asyncapi/hub-events.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> api = new Yaml().load(file);
            for (Map<String, Object> operation :
                    Objects.requireNonNull(api.get("operations")).values()) {
                if ("receive".equals(operation.get("action"))) {
                    Matcher taken = TAKEN.matcher(String.valueOf(operation.get("summary")));
                    assertThat(taken.matches()).as(String.valueOf(operation)).isTrue();
                    assertThat(taken.group(2)).startsWith(taken.group(1) + ".");
                    queues.add(taken.group(2));
                }
            }
        }
        return queues;
    }

    private static Set<String> existing(RunningHub.World world) throws Exception {
        Set<String> queues = new TreeSet<>();
        EmbeddedBroker broker = world.hub().parts().broker();
        var connections = new ConnectionFactory();
        connections.setPort(broker.port());
        connections.setUsername(EmbeddedBroker.USER);
        connections.setPassword(broker.password());
        connections.setVirtualHost(EmbeddedBroker.VIRTUAL_HOST);
        try (Connection connection = connections.newConnection()) {
            for (ServiceName service : ServiceName.values()) {
                for (EventType type : EventType.values()) {
                    String queue = Broker.queue(service.id(), type);
                    if (exists(connection, queue)) {
                        queues.add(queue);
                    }
                }
            }
        }
        return queues;
    }

    /** The broker closes the channel over a queue that is not there. */
    private static boolean exists(Connection connection, String queue) throws Exception {
        var channel = Objects.requireNonNull(connection.createChannel());
        try {
            channel.queueDeclarePassive(queue);
            channel.close();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }
}
