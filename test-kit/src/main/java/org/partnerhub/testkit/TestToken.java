package org.partnerhub.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A token in the making: change what should be wrong with it, then have it signed, rightly or wrongly. */
public final class TestToken {

    private static final float LIFE_MINUTES = 5;

    private final RsaJsonWebKey key;
    private final JwtClaims claims = new JwtClaims();

    TestToken(String issuer, RsaJsonWebKey key) {
        this.key = key;
        claims.setIssuer(issuer);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
    }

    public TestToken issuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public TestToken subject(String subject) {
        claims.setSubject(subject);
        return this;
    }

    public TestToken audience(String... audiences) {
        claims.setAudience(List.of(audiences));
        return this;
    }

    public TestToken scopes(String... scopes) {
        return claim("scope", String.join(" ", scopes));
    }

    public TestToken roles(String... roles) {
        return claim("roles", List.of(roles));
    }

    public TestToken claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public TestToken without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    /** Expired an hour ago: longer than any tolerance for clocks that differ. */
    public TestToken expired() {
        NumericDate past = NumericDate.now();
        past.addSeconds(-3600);
        claims.setExpirationTime(past);
        return this;
    }

    /** Signed with the issuer's key, RS256. */
    public String signed() {
        return sign(key, AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    /** Signed with a key that the issuer does not know, under its key's name. */
    public String signedByStranger() {
        RsaJsonWebKey stranger = TestIssuer.newKey();
        stranger.setKeyId(key.getKeyId());
        return sign(stranger, AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    /** With algorithm {@code none} and no signature. */
    public String unsigned() {
        JsonWebSignature token = token(AlgorithmIdentifiers.NONE);
        return serialized(token);
    }

    /** The confusion of algorithms: HS256 with the issuer's public key as the secret. */
    public String signedWithPublicKeyAsSecret() {
        JsonWebSignature token = token(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return serialized(token);
    }

    /** Signed, then one claim changed, signature kept. */
    public String tampered() {
        String token = signed();
        claims.setSubject("somebody-else");
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toJson().getBytes(StandardCharsets.UTF_8));
        return token.substring(0, token.indexOf('.') + 1) + payload + token.substring(token.lastIndexOf('.'));
    }

    private String sign(RsaJsonWebKey with, String algorithm) {
        JsonWebSignature token = token(algorithm);
        token.setKey(with.getPrivateKey());
        return serialized(token);
    }

    private JsonWebSignature token(String algorithm) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setDoKeyValidation(false);
        return token;
    }

    private static String serialized(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
