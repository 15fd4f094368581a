package org.partnerhub.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Ed25519 keys in PEM, made at the first start and kept in the folder; good for the demo alone. */
record SigningKeys(Path permit, Path log, Path webhook) {

    static SigningKeys in(Path folder) {
        return new SigningKeys(
                kept(folder.resolve("permit.pem")),
                kept(folder.resolve("log.pem")),
                kept(folder.resolve("webhook.pem")));
    }

    private static Path kept(Path file) {
        if (Files.exists(file)) {
            return file;
        }
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException | IOException unmade) {
            throw new UncheckedIOException("Cannot make a key in " + file + ".", asIo(unmade));
        }
    }

    private static IOException asIo(Exception unmade) {
        return unmade instanceof IOException io ? io : new IOException(unmade);
    }
}
