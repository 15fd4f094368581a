package org.partnerhub.notification.delivery.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import org.partnerhub.transparency.SigningKey;

/**
 * An Ed25519 key that messages are signed with (RFC 8032), by Bouncy Castle: the JDK's own takes about eight times as long, a
 * millisecond for each message.
 *
 * @param keyId thumbprint of the public key (RFC 7638)
 * @param jwk the public half, as receivers fetch it
 */
public record WebhookKey(String keyId, Ed25519PrivateKeyParameters privateKey, Map<String, Object> jwk) {

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
            return new WebhookKey(
                    keyId,
                    (Ed25519PrivateKeyParameters)
                            PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()),
                    jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException | IOException unusable) {
            throw new IllegalArgumentException("The signing key cannot be used.", unusable);
        }
    }

    byte[] sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return "WebhookKey[" + keyId + "]";
    }
}
