package org.partnerhub.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.support.Http;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.boot.health.contributor.Status;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class TokenVerificationTest {

    private static final TestIssuer ISSUER = TestIssuer.shared();

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer keys;

    @BeforeEach
    void publishKeys() throws IOException {
        publishKeysOn(0);
    }

    private void publishKeysOn(int port) throws IOException {
        byte[] published = Http.get(ISSUER.url() + "/protocol/openid-connect/certs")
                .body()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        keys.createContext("/certs", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        keys.start();
    }

    @AfterEach
    void stop() {
        keys.stop(0);
    }

    private JwtDecoder decoder() {
        return TokenVerification.decoder(ISSUER.url(), issuerKeys());
    }

    private IssuerKeys issuerKeys() {
        return new IssuerKeys(URI.create("http://localhost:" + keys.getAddress().getPort() + "/certs"));
    }

    private static String token() {
        return ISSUER.partner("cpft", "consent.read").signed();
    }

    private static String tokenOfUnknownKey(int number) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"made-up-" + number + "\"}";
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return encoded + token().substring(token().indexOf('.'));
    }

    @Test
    void keysAreFetchedWhenFirstNeededAndKept() {
        JwtDecoder decoder = decoder();
        assertThat(fetches).hasValue(0);

        for (int i = 0; i < 20; i++) {
            assertThat(decoder.decode(token()).getClaimAsString("partner")).isEqualTo("cpft");
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void unknownKeysHoweverManyDoNotHammerTheIssuerNorShutOutOthers() {
        JwtDecoder decoder = decoder();
        decoder.decode(token());

        for (int i = 0; i < 50; i++) {
            String stranger = tokenOfUnknownKey(i);
            assertThatThrownBy(() -> decoder.decode(stranger)).isInstanceOf(BadJwtException.class);
        }
        assertThat(decoder.decode(token())).isNotNull();
        assertThat(fetches.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void anIssuerThatWentAwayDoesNotStopTokensThatItSigned() {
        JwtDecoder decoder = decoder();
        decoder.decode(token());
        keys.stop(0);

        assertThat(decoder.decode(token())).isNotNull();
        assertThatThrownBy(() -> decoder.decode(tokenOfUnknownKey(1))).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aTokenThatIsRememberedStillEndsWhenItSays() {
        JwtDecoder decoder = decoder();
        String good = token();
        decoder.decode(good);
        int end = good.lastIndexOf('.');
        String forged = good.substring(0, end + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[256]);

        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
        assertThat(decoder.decode(good)).isNotNull();
        String ending = ISSUER.partner("cpft", "consent.read")
                .claim("iat", Instant.now().minusSeconds(300).getEpochSecond())
                .claim("exp", Instant.now().minusSeconds(26).getEpochSecond())
                .signed();
        decoder.decode(ending);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThatThrownBy(() -> decoder.decode(ending)).isInstanceOf(JwtValidationException.class));
    }

    @Test
    void anIssuerThatWasNeverThereIsNotTheCallersFault() {
        keys.stop(0);

        assertThatThrownBy(() -> decoder().decode(token())).isInstanceOf(TokenVerification.KeysUnavailable.class);
    }

    @Test
    void readinessFetchesTheKeysAndIsUpForGoodOnceTheyWereHad() {
        IssuerKeys issuerKeys = issuerKeys();

        assertThat(issuerKeys.health().getStatus()).isEqualTo(Status.UP);
        keys.stop(0);
        assertThat(issuerKeys.health().getStatus()).isEqualTo(Status.UP);
        assertThat(TokenVerification.decoder(ISSUER.url(), issuerKeys).decode(token()))
                .isNotNull();
    }

    @Test
    void readinessIsDownWithoutKeysHoweverOftenItIsAskedAndLeavesTheFirstRequestItsFetch() throws IOException {
        int port = keys.getAddress().getPort();
        keys.stop(0);
        IssuerKeys issuerKeys = new IssuerKeys(URI.create("http://localhost:" + port + "/certs"));
        for (int i = 0; i < 50; i++) {
            assertThat(issuerKeys.health().getStatus()).isEqualTo(Status.DOWN);
        }
        publishKeysOn(port);

        assertThat(TokenVerification.decoder(ISSUER.url(), issuerKeys).decode(token()))
                .isNotNull();
        assertThat(issuerKeys.health().getStatus()).isEqualTo(Status.UP);
    }
}
