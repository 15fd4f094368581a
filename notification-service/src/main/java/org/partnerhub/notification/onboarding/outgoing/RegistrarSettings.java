package org.partnerhub.notification.onboarding.outgoing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account by which partners' clients are made; it may do nothing else ({@code deploy/keycloak}).
 *
 * @param secret absent: clients are made by hand
 * @param url the realm's client registration; absent: beside its token endpoint
 */
@ConfigurationProperties("hub.registrar")
record RegistrarSettings(
        @DefaultValue("partner-registrar") String id,
        @Nullable String secret,
        @Nullable URI url) {

    private static final String TOKEN = "/protocol/openid-connect/token";

    URI registration(String tokenUrl) {
        return url == null ? URI.create(tokenUrl.replace(TOKEN, "/clients-registrations/default")) : url;
    }

    @Override
    public String toString() {
        return "RegistrarSettings[hidden]";
    }
}
