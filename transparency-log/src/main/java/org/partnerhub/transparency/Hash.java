package org.partnerhub.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash of the tree. Source: RFC 6962 section 2.1: a leaf is hashed behind a 0x00, a node behind a 0x01. */
public final class Hash {

    /** Looking the algorithm up costs as much as hashing a short value, and every use ends with a digest, which resets it. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::newSha256);

    /** The root of the empty tree. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed earlier.
     *
     * @throws IllegalArgumentException where it is not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A hash is 32 bytes.");
        }
        return new Hash(bytes.clone());
    }

    /**
     * A hash written in Base64, as checkpoints and leaves write it.
     *
     * @throws IllegalArgumentException where it is not the Base64 of 32 bytes
     */
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /** The hash of a leaf with this content. */
    public static Hash leaf(String content) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of the node over two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** For this thread; whoever takes it finishes with a digest before anybody else takes it. */
    static MessageDigest sha256() {
        return SHA_256.get();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
