package org.partnerhub.notification.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.Socket;
import java.net.URI;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerCertificatesTest {

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
    private static final OutgoingRule ANYWHERE = new OutgoingRule(true, Set::of);

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aServersCertificateSaysUntilWhenItIsGood() throws Exception {
        assertThat(with(ANYWHERE, trustingAll()).goodUntil(https()))
                .hasValueSatisfying(it -> assertThat(it).isAfter(Instant.EPOCH));
    }

    @Test
    void oneThatNobodyVouchesForIsNotSeen() throws Exception {
        assertThat(with(ANYWHERE, SSLContext.getDefault().getSocketFactory()).goodUntil(https()))
                .isEmpty();
    }

    @Test
    void whoeverMayNotBeSentToIsNotLookedAt() throws Exception {
        assertThat(with(new OutgoingRule(false, Set::of), trustingAll()).goodUntil(https()))
                .isEmpty();
        assertThat(with(new OutgoingRule(false, () -> Set.of("localhost")), trustingAll())
                        .goodUntil(https()))
                .as("approved, and yet no public address")
                .isEmpty();
    }

    @Test
    void aPlainOrAbsentServerHasNone() throws Exception {
        var certificates = with(ANYWHERE, trustingAll());
        assertThat(certificates.goodUntil(URI.create("http://localhost:" + SERVER.port())))
                .isEmpty();
        assertThat(certificates.goodUntil(URI.create("https://localhost:" + SERVER.port())))
                .isEmpty();
        assertThat(certificates.goodUntil(URI.create("https://localhost:1"))).isEmpty();
    }

    private static URI https() {
        return URI.create("https://localhost:" + SERVER.httpsPort() + "/hook");
    }

    private static ServerCertificates with(OutgoingRule rule, SSLSocketFactory sockets) {
        return new ServerCertificates(rule, sockets, Duration.ofSeconds(5));
    }

    /** WireMock's certificate is its own. */
    private static SSLSocketFactory trustingAll() throws NoSuchAlgorithmException, KeyManagementException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                null,
                new TrustManager[] {
                    new X509ExtendedTrustManager() {
                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String type) {}

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String type) {}

                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                        @Override
                        public X509Certificate[] getAcceptedIssuers() {
                            return new X509Certificate[0];
                        }
                    }
                },
                null);
        return context.getSocketFactory();
    }
}
