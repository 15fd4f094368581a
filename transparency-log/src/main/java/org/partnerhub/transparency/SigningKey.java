package org.partnerhub.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key pair from the one PEM file that holds it. */
public final class SigningKey {

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * The key pair of a private key as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IllegalArgumentException where the text is not an Ed25519 private key in PKCS#8 PEM; the message never repeats it
     */
    public static SigningKey ofPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            var key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
            return new SigningKey(pair(key.getBytes().orElseThrow()));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "Give an Ed25519 private key in PKCS#8 PEM, as 'openssl genpkey -algorithm ed25519' writes it.",
                    unusable);
        }
    }

    /** A new key pair. */
    public static SigningKey fresh() {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        try {
            return new SigningKey(pair(seed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has Ed25519.", impossible);
        }
    }

    /** Java derives a public key only while generating, so generation is given the private key as its randomness. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
        return generator.generateKeyPair();
    }

    public KeyPair pair() {
        return pair;
    }

    /** The private key in PKCS#8 PEM. */
    public String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }

    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        private Seeded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
