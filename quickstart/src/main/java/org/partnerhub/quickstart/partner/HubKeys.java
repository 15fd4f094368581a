package org.partnerhub.quickstart.partner;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys that the hub signs its messages with, read from it and kept until it signs with another. */
public final class HubKeys {

    private final Supplier<String> published;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();

    /**
     * The keys of a hub.
     *
     * @param published reads the JSON Web Key Set anew
     */
    public HubKeys(Supplier<String> published) {
        this.published = published;
    }

    /** The keys as a partner reads them, with its own token. */
    public static HubKeys readBy(PartnerClient client) {
        return new HubKeys(() -> client.get("/webhook-keys").response().body());
    }

    /** Whether the signature over the text is by the hub's key of that id. */
    boolean verify(String keyId, String text, byte[] signature) {
        return key(keyId).map(key -> verify(key, text, signature)).orElse(false);
    }

    private Optional<PublicKey> key(String keyId) {
        if (!known.containsKey(keyId)) {
            refresh();
        }
        return Optional.ofNullable(known.get(keyId));
    }

    private void refresh() {
        try {
            for (JsonWebKey key : new JsonWebKeySet(published.get()).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey publicKey && key.getKeyId() != null) {
                    known.put(key.getKeyId(), publicKey.getPublicKey());
                }
            }
        } catch (JoseException unreadable) {
            throw new IllegalStateException("The hub's webhook keys cannot be read.", unreadable);
        }
    }

    private static boolean verify(PublicKey key, String text, byte[] signature) {
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }
}
