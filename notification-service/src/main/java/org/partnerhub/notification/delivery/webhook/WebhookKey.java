package org.partnerhub.notification.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import org.partnerhub.transparency.SigningKey;

/**
 * An Ed25519 key that messages are signed with.
 *
 * @param keyId thumbprint of the public key (RFC 7638)
 * @param jwk the public half, as receivers fetch it
 */
public record WebhookKey(String keyId, PrivateKey privateKey, Map<String, Object> jwk) {

    /**
     * Reads a private key.
     *
     * @param pem PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalArgumentException where it is no such key
     */
    public static WebhookKey ofPem(String pem) {
        KeyPair pair = SigningKey.ofPem(pem).pair();
        try {
            var jwk = (OctetKeyPairJsonWebKey) JsonWebKey.Factory.newJwk(pair.getPublic());
            String keyId = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(keyId);
            jwk.setUse("sig");
            jwk.setAlgorithm("EdDSA");
            return new WebhookKey(keyId, pair.getPrivate(), jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException unusable) {
            throw new IllegalArgumentException("The signing key cannot be used.", unusable);
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java signs with Ed25519.", impossible);
        }
    }

    @Override
    public String toString() {
        return "WebhookKey[" + keyId + "]";
    }
}
