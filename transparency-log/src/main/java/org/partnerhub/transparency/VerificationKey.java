package org.partnerhub.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key with the name of the log that signs with it, written {@code name+id+key}. Source: C2SP signed-note, Ed25519.
 */
public final class VerificationKey {

    private static final byte ED25519 = 1;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private VerificationKey(String name, byte[] raw) throws GeneralSecurityException {
        if (!name.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("A log's name holds neither space nor plus.");
        }
        this.name = name;
        this.raw = raw;
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static VerificationKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        try {
            return new VerificationKey(name, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key came from Java itself.", impossible);
        }
    }

    /**
     * Reads a key in its written form.
     *
     * @throws IllegalArgumentException where the text is not a name, the key's id and an Ed25519 key
     */
    public static VerificationKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        try {
            if (parts.length == 3) {
                byte[] typed = Base64.getDecoder().decode(parts[2]);
                if (typed.length == 33 && typed[0] == ED25519) {
                    VerificationKey key = new VerificationKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
                    if (HexFormat.of().formatHex(key.id()).equals(parts[1])) {
                        return key;
                    }
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "A key is written name+id+key, as the log's owner published it.", unusable);
        }
        throw new IllegalArgumentException("A key is written name+id+key, as the log's owner published it.");
    }

    public String name() {
        return name;
    }

    /** Four bytes that tell the signatures of keys apart. */
    byte[] id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(raw), 4);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, 32);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
