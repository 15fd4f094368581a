package org.partnerhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestIssuerTest {

    private final TestIssuer issuer = TestIssuer.shared();
    private final JwtConsumer partnerHub = new JwtConsumerBuilder()
            .setExpectedIssuer(issuer.url())
            .setExpectedAudience("partner-hub-api")
            .setRequireExpirationTime()
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                    new HttpsJwks(issuer.url() + "/protocol/openid-connect/certs")))
            .build();

    @Test
    void aPartnersTokenVerifiesWithThePublishedKeys() throws Exception {
        JwtClaims claims =
                partnerHub.processToClaims(issuer.partner("fenland-academy", "referral.write", "referral.read")
                        .signed());

        assertThat(claims.getStringClaimValue("partner")).isEqualTo("fenland-academy");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("referral.write referral.read");
    }

    @Test
    void everyWrongTokenIsWrong() {
        TestToken recipe = issuer.partner("fenland-academy", "referral.write");

        assertRefused(recipe.unsigned());
        assertRefused(recipe.signedByStranger());
        assertRefused(recipe.signedWithPublicKeyAsSecret());
        assertRefused(recipe.tampered());
        assertRefused(issuer.partner("fenland-academy").expired().signed());
        assertRefused(issuer.partner("fenland-academy").audience("another-api").signed());
        assertRefused(issuer.partner("fenland-academy")
                .issuer("https://elsewhere.example")
                .signed());
        assertRefused(issuer.partner("fenland-academy").without("exp").signed());
    }

    @Test
    void aClientGetsAServiceToken() throws IOException, InterruptedException {
        String basic =
                Base64.getEncoder().encodeToString("referral-service:test-only".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.url() + "/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("\"access_token\"")
                    .contains("internal.decide");
        }
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> partnerHub.processToClaims(token)).isInstanceOf(InvalidJwtException.class);
    }
}
