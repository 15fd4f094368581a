package org.partnerhub.consent.permit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.partnerhub.transparency.SigningKey;

/**
 * The key pair that signs permits; its kind decides the algorithm: P-256 signs ES256, Ed25519 signs EdDSA. Which is the better is
 * measured in docs/decisions/2026-11-25-permits-are-signed-with-es256.md.
 */
public final class PermitKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final int P256_BITS = 256;

    private final KeyPair pair;
    private final String algorithm;

    private PermitKey(KeyPair pair, String algorithm) {
        this.pair = pair;
        this.algorithm = algorithm;
    }

    /**
     * The key pair of a PEM text: a P-256 private key followed by its public key, or an Ed25519 private key alone.
     *
     * @throws IllegalArgumentException where it is neither; the message never repeats it
     */
    public static PermitKey ofPem(String pem) {
        try {
            return pem.contains("PUBLIC KEY")
                    ? ofPair(block(pem, "PRIVATE KEY"), block(pem, "PUBLIC KEY"))
                    : new PermitKey(SigningKey.ofPem(pem).pair(), AlgorithmIdentifiers.EDDSA);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "Give a P-256 private key and its public key in PEM, as 'openssl genpkey -algorithm EC -pkeyopt"
                            + " ec_paramgen_curve:P-256' and 'openssl pkey -pubout' write them, one after the other.",
                    unusable);
        }
    }

    private static PermitKey ofPair(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        KeyPair pair = new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(publicKey)),
                keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        boolean p256 = ((ECPublicKey) pair.getPublic()).getParams().getOrder().bitLength() == P256_BITS;
        if (!p256 || !belongTogether(pair)) {
            throw new IllegalArgumentException("The two keys are no P-256 pair.");
        }
        return new PermitKey(pair, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    private static boolean belongTogether(KeyPair pair) throws GeneralSecurityException {
        byte[] message = {1};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(message);
        return signature.verify(signed);
    }

    private static byte[] block(String pem, String kind) {
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            if (blocks.group(1).equals(kind)) {
                return Base64.getMimeDecoder().decode(blocks.group(2));
            }
        }
        throw new IllegalArgumentException("It has no " + kind + ".");
    }

    /** A new P-256 pair. */
    public static PermitKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new PermitKey(generator.generateKeyPair(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has P-256.", impossible);
        }
    }

    /**
     * A public key from its SubjectPublicKeyInfo.
     *
     * @throws IllegalArgumentException where it is neither P-256's nor Ed25519's
     */
    public static PublicKey publicKey(byte[] encoded) {
        return publicKey("EC", encoded)
                .or(() -> publicKey("Ed25519", encoded))
                .orElseThrow(() -> new IllegalArgumentException("It is no public key that verifies permits."));
    }

    private static Optional<PublicKey> publicKey(String kind, byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException ofAnotherKind) {
            return Optional.empty();
        }
    }

    /** The public half. */
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    KeyPair pair() {
        return pair;
    }

    /** As JWS names it. */
    String algorithm() {
        return algorithm;
    }

    /** A public key as verifiers read it, with the algorithm that goes with it. */
    static JsonWebKey published(PublicKey key) {
        PublicJsonWebKey jwk =
                key instanceof ECPublicKey point ? new EllipticCurveJsonWebKey(point) : new OctetKeyPairJsonWebKey(key);
        jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        jwk.setUse("sig");
        jwk.setAlgorithm(
                key instanceof ECPublicKey
                        ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
                        : AlgorithmIdentifiers.EDDSA);
        return jwk;
    }

    /** Private and public key in PEM. */
    public String pem() {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                + (algorithm.equals(AlgorithmIdentifiers.EDDSA)
                        ? ""
                        : block("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String block(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    @Override
    public String toString() {
        return "PermitKey[hidden]";
    }
}
