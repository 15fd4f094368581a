package org.partnerhub.consent.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.partnerhub.transparency.SigningKey;

/**
 * Hashes what an officer searched for in vain: whoever holds the log's key can check whether a given name was searched for, and nobody
 * can read the names from the log. The key is derived from the one that signs checkpoints.
 */
public final class TermHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String USE = "officer-look-terms";

    private final SecretKeySpec key;

    public TermHash(SigningKey log) {
        this.key = key(hmac(key(log.pair().getPrivate().getEncoded()), USE));
    }

    /** URL-safe Base64; upper and lower case and blanks around do not count. */
    public String of(String term) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(key, term.strip().toLowerCase(Locale.ROOT)));
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256.", impossible);
        }
    }
}
