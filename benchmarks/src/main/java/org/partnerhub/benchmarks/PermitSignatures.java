package org.partnerhub.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a permit's signature costs whoever makes it and whoever verifies it, by algorithm; the library is jose4j, beside the JDK alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PermitSignatures {

    /** As long as a permit for five categories. */
    private static final String CLAIMS = "{\"iss\":\"consent-service\",\"aud\":[\"referral-service\",\"fhir-adapter\"],"
            + "\"jti\":\"2f1c1a7e-59f0-4a2e-8f4c-1d1b3f6f9a10\",\"sub\":\"7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11\","
            + "\"iat\":1764072000,\"exp\":1764072020,\"recipient\":\"early-help-hub-cambridgeshire\","
            + "\"delivery\":\"5d2a6f2e-2a43-4c55-8c7a-7f3b9e2f4d01\",\"attempt\":1,\"purpose\":\"early-help-support\","
            + "\"categories\":[\"education\",\"identity\",\"plan\",\"referral\",\"voice\"],\"ground\":\"explicit-consent\","
            + "\"decision\":\"c1b9c1de-1f0c-4a52-9f0e-54b3f4f9a7aa\"}";

    @Param({
        AlgorithmIdentifiers.EDDSA,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA256
    })
    public String algorithm = AlgorithmIdentifiers.EDDSA;

    private KeyPair keys = pair(algorithm);
    private String token = "";

    @Setup(Level.Trial)
    public void sign() throws JoseException {
        keys = pair(algorithm);
        token = jose4jSigns();
    }

    @Benchmark
    public String jose4jSigns() throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue("permit-key");
        jws.setPayload(CLAIMS);
        jws.setKey(keys.getPrivate());
        return jws.getCompactSerialization();
    }

    @Benchmark
    public boolean jose4jVerifies() throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm));
        jws.setCompactSerialization(token);
        jws.setKey(keys.getPublic());
        return jws.verifySignature();
    }

    /** The least that any library could take. */
    @Benchmark
    public String jdkSigns() throws GeneralSecurityException {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"permit-key\"}";
        String input = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8));
        return input + "." + base64.encodeToString(signature(input, keys.getPrivate()));
    }

    private byte[] signature(String input, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case AlgorithmIdentifiers.EDDSA -> "Ed25519";
                    case AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 -> "SHA256withECDSAinP1363Format";
                    default -> "SHA256withRSA";
                });
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private static KeyPair pair(String algorithm) {
        try {
            return switch (algorithm) {
                case AlgorithmIdentifiers.EDDSA ->
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                case AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                    yield generator.generateKeyPair();
                }
                default -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(2048);
                    yield generator.generateKeyPair();
                }
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has it.", impossible);
        }
    }
}
