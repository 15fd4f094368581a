package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsFolderTest {

    @TempDir
    Path path;

    @Test
    void portsAndSecretsAreMadeOnceAndKept() {
        int port;
        String secret;
        try (PartsFolder folder = PartsFolder.withAnyPorts(path)) {
            port = folder.port("gateway", 8080);
            secret = folder.secret("console");
            assertThat(folder.port("gateway", 8080)).isEqualTo(port);
            assertThat(folder.port("console", 8085)).isNotEqualTo(port);
            assertThat(folder.secret("other")).isNotEqualTo(secret).hasSize(48);
        }
        try (PartsFolder folder = PartsFolder.at(path)) {
            assertThat(folder.port("gateway", 8080)).isEqualTo(port);
            assertThat(folder.secret("console")).isEqualTo(secret);
        }
    }

    @Test
    void aTakenPortIsLeftToItsOwner() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                PartsFolder folder = PartsFolder.at(path)) {
            assertThat(folder.port("gateway", taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void nobodyElseMayReadTheFolder() throws IOException {
        try (PartsFolder folder = PartsFolder.at(path.resolve("hub"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void twoHubsDoNotShareAFolder() {
        try (PartsFolder folder = PartsFolder.at(path)) {
            assertThatThrownBy(() -> PartsFolder.at(path)).hasMessageContaining("Another hub runs on " + folder.root());
        }
    }
}
