package org.partnerhub.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.delivery.webhook.WebhookKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that webhooks are signed with, each an Ed25519 private key in PKCS#8 PEM, as text or as a file.
 *
 * @param secondKey a second key while keys rotate: every message then bears both signatures
 */
@ConfigurationProperties("hub.webhook-signing")
record WebhookSigningSettings(
        @Nullable String key,
        @Nullable Path keyFile,
        @Nullable String secondKey,
        @Nullable Path secondKeyFile) {

    /**
     * The keys, the present one first.
     *
     * @throws IllegalStateException where there is none
     */
    List<WebhookKey> keys() {
        String first = pem(key, keyFile);
        if (first == null) {
            throw new IllegalStateException(
                    "Set hub.webhook-signing.key-file to an Ed25519 private key (openssl genpkey -algorithm ed25519).");
        }
        List<WebhookKey> keys = new ArrayList<>(List.of(WebhookKey.ofPem(first)));
        String second = pem(secondKey, secondKeyFile);
        if (second != null) {
            keys.add(WebhookKey.ofPem(second));
        }
        return keys;
    }

    private static @Nullable String pem(@Nullable String text, @Nullable Path file) {
        if (file == null) {
            return text == null || text.isBlank() ? null : text;
        }
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("hub.webhook-signing names a file that cannot be read.", unreadable);
        }
    }

    @Override
    public String toString() {
        return "WebhookSigningSettings[hidden]";
    }
}
