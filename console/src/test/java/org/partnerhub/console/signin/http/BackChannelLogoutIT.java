package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.TestToken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A session that ended at the identity provider ends here, on its signed word alone. */
class BackChannelLogoutIT extends RunningConsole {

    private static final String ISSUER = "http://identity.test/realms/partner-hub";
    private static final String START = "/console/oauth2/authorization/hub";

    private final String providersSession = UUID.randomUUID().toString();

    @Autowired
    private OidcSessionRegistry sessions;

    @LocalServerPort
    private int port;

    @Test
    void theProvidersWordEndsThatSessionAndNoOther() throws Exception {
        String ended = signedIn(providersSession);
        String other = signedIn(UUID.randomUUID().toString());

        assertThat(tell(word().signed()).statusCode()).isEqualTo(200);

        assertThat(isAlive(ended)).isFalse();
        assertThat(isAlive(other)).isTrue();
    }

    @Test
    void nobodyElsesWordCounts() throws Exception {
        String session = signedIn(providersSession);
        Map<String, String> forged = Map.of(
                "another key", word().signedByStranger(),
                "no signature", word().unsigned(),
                "changed", word().tampered(),
                "another issuer", word().issuer("http://elsewhere.test").signed(),
                "for another", word().audience("another-client").signed(),
                "another purpose", word().without("events").signed(),
                "no token", "no token at all");

        for (Map.Entry<String, String> token : forged.entrySet()) {
            assertThat(tell(token.getValue()).statusCode()).as(token.getKey()).isEqualTo(400);
        }

        assertThat(isAlive(session)).isTrue();
    }

    @Test
    void whoeverIsNotSignedInHereIsNoTrouble() throws Exception {
        assertThat(tell(word().signed()).statusCode()).isEqualTo(200);
    }

    private TestToken word() {
        return TestIssuer.shared()
                .service("console")
                .issuer(ISSUER)
                .audience("console")
                .claim("sid", providersSession)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    /** A session with the console that belongs to that one at the provider. */
    private String signedIn(String atTheProvider) throws Exception {
        String cookie = get("").headers().firstValue("Set-Cookie").orElseThrow().split("[=;]", 3)[1];
        Instant now = Instant.now();
        var token = new OidcIdToken(
                "test-only",
                now,
                now.plusSeconds(300),
                Map.of("iss", ISSUER, "aud", List.of("console"), "sub", "officer.adeyemi", "sid", atTheProvider));
        sessions.saveSessionInformation(
                new OidcSessionInformation(cookie, Map.of(), new DefaultOidcUser(List.of(), token)));
        return cookie;
    }

    /** A session that is there gets no new cookie. */
    private boolean isAlive(String session) throws Exception {
        return get("PARTNER_HUB_CONSOLE=" + session)
                .headers()
                .firstValue("Set-Cookie")
                .isEmpty();
    }

    private HttpResponse<String> get(String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(START));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return send(request);
    }

    private HttpResponse<String> tell(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at("/console/logout/connect/back-channel/hub"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token.replace(" ", "+"))));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
