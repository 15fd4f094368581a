package org.partnerhub.referral;

import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;

/** Plays consent-service's signing of permits. */
public final class PermitsPlayed {

    private final OctetKeyPairJsonWebKey key;

    public PermitsPlayed() {
        try {
            key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId("permits-1");
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String keySet() {
        return new JsonWebKeySet(key).toJson();
    }

    /** The claims of a permit that is right in every way; a test makes them wrong. */
    public static JwtClaims claims(
            String subject, String recipient, String purpose, UUID delivery, Set<Category> categories) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Permit.ISSUER);
        claims.setAudience("referral-service");
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setSubject(subject);
        claims.setExpirationTimeMinutesInTheFuture(Permit.LIFETIME_SECONDS / 60f);
        claims.setClaim("recipient", recipient);
        claims.setClaim("delivery", delivery.toString());
        claims.setClaim("attempt", 1);
        claims.setClaim("purpose", purpose);
        claims.setClaim("categories", categories.stream().map(Category::code).toList());
        claims.setClaim("ground", "explicit-consent");
        claims.setClaim("decision", UUID.randomUUID().toString());
        return claims;
    }

    public String signed(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
