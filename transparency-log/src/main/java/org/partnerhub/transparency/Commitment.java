package org.partnerhub.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A value and the salt that its hash in the leaf was made with. Once both are erased, the hash says nothing about the value.
 *
 * @param salt Base64 of 16 random bytes
 */
public record Commitment(String salt, String value) {

    /** Bytes of salt: a value from a short list cannot be guessed from its hash. */
    public static final int SALT_BYTES = 16;

    /** What the leaf holds: SHA-256 over the salt's bytes and then the value in UTF-8. */
    public Hash hash() {
        return hash(Base64.getDecoder().decode(salt));
    }

    private Hash hash(byte[] decodedSalt) {
        MessageDigest digest = Hash.sha256();
        digest.update(decodedSalt);
        return Hash.of(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether salt and value are what the hash was made from, and the salt has its length. */
    boolean opens(Hash committed) {
        try {
            byte[] decodedSalt = Base64.getDecoder().decode(salt);
            return decodedSalt.length == SALT_BYTES && hash(decodedSalt).equals(committed);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Commitment[hidden]";
    }
}
