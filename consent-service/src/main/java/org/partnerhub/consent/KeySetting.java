package org.partnerhub.consent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.function.Function;
import org.partnerhub.consent.permit.PermitKey;
import org.partnerhub.transparency.SigningKey;
import org.springframework.core.env.Environment;

/** A signing key from the environment or from a file; without one the service does not start. */
final class KeySetting {

    private KeySetting() {}

    /**
     * Reads a public key that one of the values of {@code name} is: Base64 of its SubjectPublicKeyInfo.
     *
     * @throws IllegalStateException naming the property and what to do
     */
    static PublicKey readPublic(String name, String base64) {
        try {
            return PermitKey.publicKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "A key in " + name
                            + " cannot be used. 'openssl pkey -in OLD.pem -pubout -outform DER | base64 -w0' writes one.",
                    unusable);
        }
    }

    /**
     * Reads the key that {@code name} holds as PEM, or {@code name}{@code -file} names the file of.
     *
     * @throws IllegalStateException naming the property and what to do, never showing the key
     */
    static SigningKey read(Environment settings, String name) {
        return read(
                settings,
                name,
                "an Ed25519 private key in PEM; 'openssl genpkey -algorithm ed25519' makes one",
                SigningKey::ofPem);
    }

    /** The same of the key that signs permits. */
    static PermitKey readPermitKey(Environment settings, String name) {
        return read(
                settings, name, "a P-256 private key and its public key in PEM, one after the other", PermitKey::ofPem);
    }

    private static <K> K read(Environment settings, String name, String what, Function<String, K> of) {
        String pem = settings.getProperty(name);
        String file = settings.getProperty(name + "-file");
        if (pem == null && file == null) {
            throw new IllegalStateException("Set " + name + " (" + what + ") or " + name + "-file (its file).");
        }
        try {
            return of.apply(pem == null ? Files.readString(Path.of(String.valueOf(file))) : pem);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The file that " + name + "-file names cannot be read.", unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "The key in " + name + " cannot be used. " + unusable.getMessage(), unusable);
        }
    }
}
