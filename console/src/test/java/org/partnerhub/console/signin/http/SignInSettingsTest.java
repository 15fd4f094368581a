package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInSettingsTest {

    private static final URI ISSUER = URI.create("https://identity.example:8443/realms/partner-hub");
    private static final URI PUBLIC = URI.create("https://hub.example/");

    @Test
    void aMissingIssuerIsNamed() {
        assertThatThrownBy(() -> bound(Map.of("hub.service-client.secret", "s")))
                .hasStackTraceContaining("hub.issuer must");
    }

    @Test
    void aMissingSecretIsNamed() {
        assertThatThrownBy(() -> bound(Map.of("hub.issuer", ISSUER.toString())))
                .hasStackTraceContaining("hub.service-client.secret must");
    }

    @Test
    void theSecretIsNeverPrinted() {
        assertThat(new SignInSettings(ISSUER, null, null, PUBLIC, client("hush")).toString())
                .doesNotContain("hush");
    }

    @Test
    void theBrowserAndTheConsoleMayReachTheRealmAtDifferentAddresses() {
        URI tokens = URI.create("http://keycloak:8080/tokens");
        SignInSettings settings = new SignInSettings(ISSUER, tokens, null, PUBLIC, client("s"));

        assertThat(settings.tokens()).isEqualTo("http://keycloak:8080/tokens");
        assertThat(settings.front("/auth"))
                .isEqualTo("https://identity.example:8443/realms/partner-hub/protocol/openid-connect/auth");
        assertThat(settings.keys())
                .isEqualTo("https://identity.example:8443/realms/partner-hub/protocol/openid-connect/certs");
        assertThat(settings.page("/log")).isEqualTo("https://hub.example/console/log");
        assertThat(settings.issuerOrigin()).isEqualTo("https://identity.example:8443");
    }

    private static SignInSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("hub", SignInSettings.class);
    }

    private static SignInSettings.Client client(String secret) {
        return new SignInSettings.Client("console", secret);
    }
}
