package org.partnerhub.support.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute that a token's signature was good, so that it is not worked out again for each call that bears it. That is
 * shorter than the issuer's keys are kept, so a key that was withdrawn is not believed longer. A refusal is never remembered.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST = 10_000;

    private final JwtDecoder signatures;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    RememberedTokens(JwtDecoder signatures) {
        this.signatures = signatures;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Jwt verified = signatures.decode(token);
        good.put(token, verified);
        return verified;
    }
}
