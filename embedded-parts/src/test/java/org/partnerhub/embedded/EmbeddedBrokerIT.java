package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path path;

    @Test
    void confirmedMessagesSurviveARestart() throws Exception {
        int port;
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Connection connection = connect(broker, broker.password());
                Channel channel = connection.createChannel()) {
            port = broker.port();
            channel.queueDeclare("stories", true, false, false, null);
            channel.confirmSelect();
            channel.basicPublish(
                    "", "stories", true, MessageProperties.PERSISTENT_BASIC, "id".getBytes(StandardCharsets.UTF_8));
            assertThat(channel.waitForConfirms(5_000)).isTrue();
        }
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Connection connection = connect(broker, broker.password());
                Channel channel = connection.createChannel()) {
            assertThat(broker.port()).isEqualTo(port);
            assertThat(channel.basicGet("stories", true).getBody()).asString().isEqualTo("id");
        }
        assertThat(FreePorts.isFree(port)).as("stopped").isTrue();
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (PartsFolder folder = PartsFolder.withAnyPorts(path);
                EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThatThrownBy(() -> connect(broker, "guessed"))
                    .isInstanceOf(PossibleAuthenticationFailureException.class);
        }
    }

    private static Connection connect(EmbeddedBroker broker, String password) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(broker.port());
        factory.setUsername(EmbeddedBroker.USER);
        factory.setPassword(password);
        factory.setVirtualHost(EmbeddedBroker.VIRTUAL_HOST);
        return factory.newConnection();
    }
}
