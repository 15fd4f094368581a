package org.partnerhub.referral.referral.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key by which a partner's second attempt is known, and what it was used for. */
final class IdempotencyKey {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private IdempotencyKey() {}

    static boolean isSound(@Nullable String key) {
        return key != null && FORM.matcher(key).matches();
    }

    /** SHA-256 of a body as it was sent. */
    static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
