package org.partnerhub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home folder for one Keycloak: the programs are links to the shared distribution, the data are its own.
 *
 * @param path what Keycloak calls kc.home.dir
 */
record KeycloakHome(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakHome.class);
    private static final List<String> SHARED = List.of("bin", "lib", "conf", "providers", "themes", "version.txt");

    static KeycloakHome in(Path home, Path distribution) {
        try {
            for (String name : SHARED) {
                Path link = home.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
            Files.createDirectories(home.resolve("data").resolve("import"));
            return new KeycloakHome(home);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot make Keycloak's folder " + home + ".", unusable);
        }
    }

    Path log() {
        return path.resolve("keycloak.log");
    }

    Path pidFile() {
        return path.resolve("pid");
    }

    void rememberPid(long pid) {
        try {
            Files.writeString(pidFile(), Long.toString(pid), StandardCharsets.US_ASCII);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void forgetPid() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Keycloak imports a realm only where it has none, so data of an older realm file are laid aside. */
    void takeRealm(byte[] realm) {
        Path imported = path.resolve("data").resolve("import").resolve(EmbeddedKeycloak.REALM + "-realm.json");
        Path database = path.resolve("data").resolve("h2");
        try {
            if (Files.exists(imported)
                    && !Arrays.equals(Files.readAllBytes(imported), realm)
                    && Files.exists(database)) {
                Path aside = path.resolve("data").resolve("h2-before-" + System.currentTimeMillis());
                Files.move(database, aside, StandardCopyOption.ATOMIC_MOVE);
                LOG.info(
                        "The realm file has changed: Keycloak starts with it afresh; its older data are kept in {}",
                        aside);
            }
            Files.write(imported, realm);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot write " + imported + ".", unusable);
        }
    }
}
