package org.partnerhub.support.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies tokens: asymmetric signature, issuer, audience, expiry. The issuer's keys are fetched when first needed, refreshed
 * ahead, kept through an outage, and never fetched oftener than the limit, however many unknown keys are named.
 */
public final class TokenVerification {

    /** Audience of what partners and officers call. */
    public static final String OUTSIDE = "partner-hub-api";

    /** Audience of what the services call among themselves. */
    public static final String INSIDE = "partner-hub-internal";

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenVerification() {}

    /** A decoder for one issuer; make one and keep it. */
    public static JwtDecoder decoder(String issuer, IssuerKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var signatures = new NimbusJwtDecoder(processor);
        signatures.setJwtValidator(signed -> OAuth2TokenValidatorResult.success());
        var claims = new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, TokenVerification::ours));
        var remembered = new RememberedTokens(token -> withKeysOrUnavailable(signatures, token));
        return token -> valid(remembered.decode(token), claims);
    }

    /** Asked each time, so that a remembered token ends when it says so. */
    private static Jwt valid(Jwt signed, OAuth2TokenValidator<Jwt> claims) {
        OAuth2TokenValidatorResult result = claims.validate(signed);
        if (result.hasErrors()) {
            throw new JwtValidationException("A claim of the token is not as it must be.", result.getErrors());
        }
        return signed;
    }

    private static Jwt withKeysOrUnavailable(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException refused) {
            if (refused.getCause() instanceof KeySourceException) {
                throw new KeysUnavailable(refused);
            }
            throw refused;
        }
    }

    /** The issuer's keys were never had; nobody is to blame for the token, so it is not 401. */
    static final class KeysUnavailable extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        KeysUnavailable(Throwable cause) {
            super("The issuer's keys cannot be fetched.", cause);
        }
    }

    private static boolean ours(Collection<String> audience) {
        return audience != null && (audience.contains(OUTSIDE) || audience.contains(INSIDE));
    }
}
