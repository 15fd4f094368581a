package org.partnerhub.consent.permit;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;

/** Signs permits; nobody else holds the key. Safe for many threads. */
public final class PermitSigner {

    private final PermitKey key;
    private final String keyId;
    private final String published;

    /**
     * A signer with one key.
     *
     * @param others public keys that are published beside it while keys rotate: the next one before it signs, and the last one
     *     until every permit that it signed has ended
     */
    public PermitSigner(PermitKey key, List<PublicKey> others) {
        this.key = key;
        JsonWebKey own = PermitKey.published(key.pair().getPublic());
        this.keyId = own.getKeyId();
        this.published = new JsonWebKeySet(
                        Stream.concat(Stream.of(own), others.stream().map(PermitKey::published))
                                .toList())
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** The public keys, as a JSON Web Key Set. */
    public String published() {
        return published;
    }

    /**
     * The permit as a compact JWS.
     *
     * @param permit whose expiry is a whole second, because the token counts in seconds
     * @param audience the services that will verify it
     */
    public String sign(Permit permit, List<String> audience, Instant issuedAt) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Permit.ISSUER);
        claims.setAudience(audience);
        claims.setJwtId(permit.id().toString());
        claims.setSubject(permit.subject().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(permit.expiresAt().getEpochSecond()));
        claims.setStringClaim("recipient", permit.recipient().value());
        claims.setStringClaim("delivery", permit.delivery().toString());
        claims.setClaim("attempt", permit.attempt());
        claims.setStringClaim("purpose", permit.purpose().value());
        claims.setStringListClaim(
                "categories",
                permit.categories().stream().map(Category::code).sorted().toList());
        claims.setStringClaim("ground", permit.ground().code());
        claims.setStringClaim("decision", permit.decision().toString());
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(key.algorithm());
        token.setKeyIdHeaderValue(keyId);
        token.setPayload(claims.toJson());
        token.setKey(key.pair().getPrivate());
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("The key was checked at start-up.", impossible);
        }
    }
}
