package org.partnerhub.quickstart.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.notification.delivery.Decided;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.Sender.Sent;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.webhook.MessageSignature;
import org.partnerhub.notification.delivery.webhook.OutgoingRule;
import org.partnerhub.notification.delivery.webhook.WebhookKey;
import org.partnerhub.notification.delivery.webhook.WebhookSender;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.support.events.Trail;
import tools.jackson.databind.json.JsonMapper;

/** What notification-service signs, a partner that knows nothing of its code verifies. */
class HubToPartnerTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebhookKey present = key();
    private final WebhookKey next = key();
    private final MessageSignature signature = new MessageSignature(List.of(present, next), Clock.systemUTC());
    private final HubKeys published = new HubKeys(() -> JSON.writeValueAsString(signature.publicKeys()));
    private final SchoolSystem school = new SchoolSystem(Listening.here(0), published, HubSide.CLIENT);
    private byte[] body = new byte[0];

    @BeforeEach
    void readTheExample() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                HubToPartnerTest.class.getResourceAsStream("/examples/disclosure-feedback.json"))) {
            body = file.readAllBytes();
        }
    }

    @AfterEach
    void stop() {
        school.close();
    }

    @Test
    void aSignedMessageIsTakenAndItsReferenceReadBack() throws IOException {
        assertThat(send(school)).isEqualTo(new Sent.Acknowledged("DSL-1", null));
        assertThat(school.complaints()).isEmpty();
        assertThat(school.received()).singleElement().isEqualTo(JSON.readTree(body));
    }

    @Test
    void whoKnowsOnlyTheNextKeyTakesItToo() throws IOException {
        var half = new HubKeys(() -> JSON.writeValueAsString(Map.of("keys", List.of(next.jwk()))));
        try (SchoolSystem other = new SchoolSystem(Listening.here(0), half, HubSide.CLIENT)) {
            assertThat(send(other)).isInstanceOf(Sent.Acknowledged.class);
        }
    }

    @Test
    void whoKnowsNeitherTurnsItAway() throws IOException {
        var none = new HubKeys(() -> "{\"keys\":[]}");
        try (SchoolSystem other = new SchoolSystem(Listening.here(0), none, HubSide.CLIENT)) {
            assertThat(send(other)).isInstanceOf(Sent.TurnedAway.class);
        }
    }

    @Test
    void aFailingSystemMayHaveTakenIt() throws IOException {
        school.conduct().failNext(1, 503);
        assertThat(send(school)).isInstanceOf(Sent.MaybeArrived.class);
        assertThat(send(school)).isInstanceOf(Sent.Acknowledged.class);
    }

    private Sent send(SchoolSystem to) throws IOException {
        Disclosure disclosure = JSON.readValue(body, Disclosure.class);
        var addresses = new ChannelAddresses(Map.of(disclosure.recipient().value(), to.address()), Map::of);
        try (var sender =
                new WebhookSender(addresses, new OutgoingRule(true, Set::of), signature, 2, Duration.ofSeconds(10))) {
            return sender.send(message(disclosure));
        }
    }

    private Message message(Disclosure disclosure) {
        Delivery delivery = new Delivery(
                new DeliveryId(disclosure.delivery()),
                disclosure.subject(),
                disclosure.recipient(),
                disclosure.purpose(),
                disclosure.content().keySet(),
                Source.of("feedback/" + disclosure.delivery()),
                null,
                Channel.WEBHOOK,
                DeliveryState.SENDING,
                1,
                0,
                null,
                new Trail("a-correlation-id", null),
                Instant.now(),
                Instant.now());
        var decided = new Decided(disclosure.decision(), GroundKind.PUBLIC_TASK);
        return new Message(delivery, disclosure, body, "0".repeat(64), "a.b.c", decided);
    }

    private static WebhookKey key() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String base64 =
                    Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            return WebhookKey.ofPem("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
