package org.partnerhub.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKeycloakIT extends RealmSuite {

    @TempDir
    static Path path;

    private static PartsFolder folder;
    private static EmbeddedKeycloak keycloak;

    @BeforeAll
    static void start() {
        folder = PartsFolder.withAnyPorts(path);
        keycloak = EmbeddedKeycloak.start(folder, RealmValues.with(trustsKeysAt("localhost")));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        folder.close();
    }

    @Override
    String issuer() {
        return keycloak.issuer();
    }
}
