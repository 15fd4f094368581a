package org.partnerhub.referral.attachment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;

/** A file as a partner sent it, and what it turned out to be. */
public final class SentFile {

    private final String name;
    private final FileType type;
    private final Category category;
    private final byte[] bytes;

    public SentFile(String name, FileType type, Category category, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.category = category;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    public FileType type() {
        return type;
    }

    public Category category() {
        return category;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** SHA-256 of the bytes. */
    public byte[] hash() {
        return digest().digest(bytes);
    }

    /** SHA-256 of all that was sent, by which a repeated key is told from a reused one. */
    public byte[] hashFor(PersonId person) {
        MessageDigest hash = digest();
        hash.update((person + "\n" + category.code() + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return hash.digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }

    @Override
    public String toString() {
        return "SentFile[hidden]";
    }
}
