package org.partnerhub.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys in PEM, Ed25519 but for the permits' P-256, made at the first start and kept in the folder; good for the demo alone. */
record SigningKeys(Path permit, Path log, Path webhook) {

    static SigningKeys in(Path folder) {
        return new SigningKeys(
                kept(folder.resolve("permit.pem"), SigningKeys::p256),
                kept(folder.resolve("log.pem"), SigningKeys::ed25519),
                kept(folder.resolve("webhook.pem"), SigningKeys::ed25519));
    }

    /** Makes a key, in PEM. */
    private interface Maker {
        String make() throws GeneralSecurityException;
    }

    private static Path kept(Path file, Maker maker) {
        if (Files.exists(file)) {
            return file;
        }
        try {
            return Files.writeString(file, maker.make());
        } catch (GeneralSecurityException | IOException unmade) {
            throw new UncheckedIOException("Cannot make a key in " + file + ".", asIo(unmade));
        }
    }

    private static String ed25519() throws GeneralSecurityException {
        return block(
                "PRIVATE KEY",
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
    }

    private static String p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        return block("PRIVATE KEY", pair.getPrivate()) + block("PUBLIC KEY", pair.getPublic());
    }

    private static String block(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }

    private static IOException asIo(Exception unmade) {
        return unmade instanceof IOException io ? io : new IOException(unmade);
    }
}
