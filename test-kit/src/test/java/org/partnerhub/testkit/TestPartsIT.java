package org.partnerhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPartsIT {

    @Test
    void everyFreshDatabaseIsEmptyAndHasTheRolesOfProduction() throws SQLException {
        TestDatabase first = TestDatabase.fresh("referral");
        TestDatabase second = TestDatabase.fresh("referral");

        try (var owner = first.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE story (words text)");
            statement.execute("GRANT INSERT ON story TO referral_service");
        }
        try (var service = first.connectAsService();
                Statement statement = service.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO story VALUES ('once')"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> statement.execute("SELECT words FROM story"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE own (a int)"))
                    .hasMessageContaining("permission denied");
        }
        try (var owner = second.connectAsOwner();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT words FROM story"))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        TestDatabase database = TestDatabase.fresh("consent");
        TestDatabase wrong = new TestDatabase(
                database.url(),
                database.owner(),
                new TestDatabase.Login("consent_service", "guessed"),
                database.logEraser());

        assertThatThrownBy(wrong::connectAsService).hasMessageContaining("password authentication failed");
    }

    @Test
    void everyFreshVirtualHostHasQueuesOfItsOwnAndConfirms() throws Exception {
        TestBroker first = TestBroker.fresh();
        TestBroker second = TestBroker.fresh();

        try (Connection connection = connect(first);
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("stories", true, false, false, null);
            channel.confirmSelect();
            channel.basicPublish(
                    "", "stories", true, MessageProperties.PERSISTENT_BASIC, "id".getBytes(StandardCharsets.UTF_8));
            assertThat(channel.waitForConfirms(5_000)).isTrue();
            assertThat(channel.messageCount("stories")).isEqualTo(1);
        }
        try (Connection connection = connect(second)) {
            Channel channel = connection.createChannel();
            assertThatThrownBy(() -> channel.messageCount("stories")).isInstanceOf(IOException.class);
        }
    }

    private static Connection connect(TestBroker broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        return factory.newConnection();
    }
}
