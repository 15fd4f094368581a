package org.partnerhub.console.signin.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where staff sign in and how the console is known there.
 *
 * @param issuer the realm's address, as a browser and as the tokens have it
 * @param tokenUrl where codes become tokens, as this process reaches it
 * @param keysUrl the realm's public keys, as this process reaches them
 * @param publicUrl the gateway's address, under which a browser finds the console
 * @param serviceClient the console's own client at the identity provider
 */
@ConfigurationProperties("hub")
record SignInSettings(
        URI issuer,
        @Nullable URI tokenUrl,
        @Nullable URI keysUrl,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue Client serviceClient) {

    SignInSettings {
        if (issuer == null) {
            throw new IllegalArgumentException("hub.issuer must name the realm that staff sign in at.");
        }
        if (!StringUtils.hasText(serviceClient.secret())) {
            throw new IllegalArgumentException(
                    "hub.service-client.secret must be set; the console has no default secret.");
        }
    }

    record Client(
            @DefaultValue("console") String id, @Nullable String secret) {

        @Override
        public String toString() {
            return "Client[id=" + id + ", secret=hidden]";
        }
    }

    /** A page of the realm for the browser. */
    String front(String path) {
        return issuer + "/protocol/openid-connect" + path;
    }

    String tokens() {
        return tokenUrl == null ? front("/token") : tokenUrl.toString();
    }

    String keys() {
        return keysUrl == null ? front("/certs") : keysUrl.toString();
    }

    /** A page of the console for the browser, through the gateway. */
    String page(String path) {
        return StringUtils.trimTrailingCharacter(publicUrl.toString(), '/') + "/console" + path;
    }

    /** Scheme, host and port of the realm, for the content security policy. */
    String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    boolean onHttps() {
        return "https".equals(publicUrl.getScheme());
    }
}
