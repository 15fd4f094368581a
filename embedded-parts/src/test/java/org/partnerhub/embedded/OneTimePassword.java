package org.partnerhub.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator on a telephone shows (RFC 6238): six digits that change every 30 seconds. */
record OneTimePassword(String secret) {

    private static final long PERIOD_SECONDS = 30;

    String now() {
        return at(step());
    }

    /** The one that comes next; a server whose clock may stand a little behind takes it already. */
    String next() {
        return at(step() + 1);
    }

    /** None of those that are good about now. */
    String wrong() {
        String wrong = "000000";
        while (wrong.equals(at(step() - 1)) || wrong.equals(now()) || wrong.equals(next())) {
            wrong = "%06d".formatted(Integer.parseInt(wrong) + 1);
        }
        return wrong;
    }

    private static long step() {
        return Instant.now().getEpochSecond() / PERIOD_SECONDS;
    }

    private String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA1.", impossible);
        }
    }
}
