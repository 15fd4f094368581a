package org.partnerhub.fhir;

import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;

/** Plays consent-service's signing of permits. */
final class Permits {

    private final OctetKeyPairJsonWebKey key;

    Permits() {
        try {
            key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId("permits-1");
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String keySet() {
        return new JsonWebKeySet(key).toJson();
    }

    /** A permit for exactly what the disclosure holds. */
    String of(Disclosure disclosure) {
        return signed(claims(disclosure, disclosure.content().keySet()));
    }

    JwtClaims claims(Disclosure disclosure, Set<Category> categories) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Permit.ISSUER);
        claims.setAudience("referral-service", "fhir-adapter");
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setSubject(disclosure.subject().toString());
        claims.setExpirationTimeMinutesInTheFuture(Permit.LIFETIME_SECONDS / 60f);
        claims.setClaim("recipient", disclosure.recipient().value());
        claims.setClaim("delivery", disclosure.delivery().toString());
        claims.setClaim("attempt", 1);
        claims.setClaim("purpose", disclosure.purpose().value());
        claims.setClaim("categories", categories.stream().map(Category::code).toList());
        claims.setClaim("ground", "explicit-consent");
        claims.setClaim("decision", disclosure.decision().toString());
        return claims;
    }

    String signed(JwtClaims claims) {
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
