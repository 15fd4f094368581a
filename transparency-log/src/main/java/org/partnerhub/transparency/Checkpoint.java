package org.partnerhub.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * What the log commits itself to: after {@code size} entries its root is {@code root}. Written and signed as C2SP tlog-checkpoint
 * and signed-note say.
 *
 * @param origin the log's name
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final String SIGNATURE = "\u2014 ";

    /** The signed checkpoint, as it is published. */
    public String sign(SigningKey key) {
        String text = text();
        byte[] signature = signature(key, text);
        byte[] id = VerificationKey.of(origin, key.pair().getPublic()).id();
        byte[] line = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, line, id.length, signature.length);
        return text + "\n" + SIGNATURE + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    private static byte[] signature(SigningKey key, String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key.pair().getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key was made by Java itself.", impossible);
        }
    }

    private String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The key that verifies what this key signs for the log of that name. */
    public static VerificationKey verificationKey(String origin, SigningKey key) {
        return VerificationKey.of(origin, key.pair().getPublic());
    }

    /**
     * The checkpoint in a signed note, once one of the keys has verified it.
     *
     * @throws NotVerified where the note is malformed or none of the keys signed it
     */
    public static Checkpoint open(String note, Collection<VerificationKey> keys) throws NotVerified {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new NotVerified("It has no signature.");
        }
        String text = note.substring(0, blank + 1);
        Checkpoint checkpoint = parse(text);
        for (String line : note.substring(blank + 2).split("\n", -1)) {
            if (isSignedBy(line, text, checkpoint.origin, keys)) {
                return checkpoint;
            }
        }
        throw new NotVerified("None of the given keys signed it.");
    }

    private static boolean isSignedBy(String line, String text, String origin, Collection<VerificationKey> keys) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(SIGNATURE) || parts.length != 3 || !parts[1].equals(origin)) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return keys.stream()
                .filter(key -> key.name().equals(origin))
                .filter(key -> bytes.length == 68 && Arrays.equals(key.id(), Arrays.copyOf(bytes, 4)))
                .anyMatch(key -> key.verifies(text, Arrays.copyOfRange(bytes, 4, bytes.length)));
    }

    private static Checkpoint parse(String text) throws NotVerified {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new NotVerified("It does not say origin, size and root.");
        }
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
        } catch (IllegalArgumentException notAHash) {
            throw new NotVerified("Its root is not a hash.");
        }
    }

    /** A note is not a checkpoint that a trusted key signed. */
    public static final class NotVerified extends Exception {
        private static final long serialVersionUID = 1L;

        NotVerified(String why) {
            super(why);
        }
    }
}
