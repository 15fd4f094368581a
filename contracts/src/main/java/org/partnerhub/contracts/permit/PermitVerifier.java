package org.partnerhub.contracts.permit;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * Verifies permits for one audience: signature (ES256, or EdDSA with Ed25519, as the key published for it says), issuer, audience and expiry. That a permit is used once is
 * the caller's to keep, in its own database.
 */
public final class PermitVerifier {

    private final String audience;
    private final Supplier<JsonWebKeySet> keys;
    private final Clock clock;

    /**
     * A verifier for one audience.
     *
     * @param audience the verifying service's own name
     * @param keys consent-service's public keys; asked on every verification, so the caller caches
     */
    public PermitVerifier(String audience, Supplier<JsonWebKeySet> keys, Clock clock) {
        this.audience = audience;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The permit that the token is.
     *
     * @throws PermitRefused where the token is anything but a current permit for this audience
     */
    public Permit verify(@Nullable String token) throws PermitRefused {
        if (token == null || token.isBlank()) {
            throw new PermitRefused("A permit is required.");
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(resolver())
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                            AlgorithmIdentifiers.EDDSA)
                    .setExpectedIssuer(Permit.ISSUER)
                    .setExpectedAudience(audience)
                    .setRequireExpirationTime()
                    .setRequireJwtId()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return permit(claims);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException refused) {
            throw new PermitRefused("The permit is not valid for " + audience + ", or has expired.");
        }
    }

    private VerificationKeyResolver resolver() {
        return (jws, nesting) -> {
            try {
                var key = new VerificationJwkSelector().select(jws, keys.get().getJsonWebKeys());
                if (key == null) {
                    throw new UnresolvableKeyException("No such permit key.");
                }
                return key.getKey();
            } catch (JoseException unusable) {
                throw new UnresolvableKeyException("The permit key cannot be used.", unusable);
            }
        };
    }

    private static Permit permit(JwtClaims claims) throws MalformedClaimException {
        return new Permit(
                UUID.fromString(claims.getJwtId()),
                PersonId.of(claims.getSubject()),
                new RecipientId(claims.getStringClaimValue("recipient")),
                UUID.fromString(claims.getStringClaimValue("delivery")),
                ((Number) claims.getClaimValue("attempt")).intValue(),
                new Purpose(claims.getStringClaimValue("purpose")),
                claims.getStringListClaimValue("categories").stream()
                        .map(Category::of)
                        .collect(Collectors.toSet()),
                GroundKind.of(claims.getStringClaimValue("ground")),
                DecisionId.of(claims.getStringClaimValue("decision")),
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
    }
}
