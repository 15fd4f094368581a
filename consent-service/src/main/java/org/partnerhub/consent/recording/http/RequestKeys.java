package org.partnerhub.consent.recording.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.recording.Origin;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Reads the header {@code Idempotency-Key}. */
final class RequestKeys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private RequestKeys() {}

    static Optional<Origin.ByKey> read(@Nullable String key, byte[] body) {
        return key != null && KEY.matcher(key).matches()
                ? Optional.of(new Origin.ByKey(key, sha256(body)))
                : Optional.empty();
    }

    static ResponseEntity<Object> required() {
        return ProblemResponse.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-required",
                "Send an Idempotency-Key of 8 to 128 letters, digits and . _ : -, a new one for each consent and the same one"
                        + " when you send it again.");
    }

    static ResponseEntity<Object> usedForOtherBody() {
        return ProblemResponse.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body; send a new consent under a new key.");
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
