package org.partnerhub.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The same realm in the image of docker-compose.yml; skipped, saying so, where there is no Docker. */
class KeycloakContainersIT extends RealmSuite {

    private static final int HTTP = 8080;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final GenericContainer<?> KEYCLOAK =
            new GenericContainer<>(DockerImageName.parse("quay.io/keycloak/keycloak:26.7"));

    @BeforeAll
    static void start() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "No Docker that Testcontainers can use: not run on containers.");
        KEYCLOAK.withCommand("start-dev", "--import-realm")
                .withEnv(RealmValues.with(trustsKeysAt("this-machine")))
                .withExtraHost("this-machine", "host-gateway")
                .withEnv("KC_DB", "dev-mem")
                .withCopyToContainer(realmFile(), "/opt/keycloak/data/import/partner-hub-realm.json")
                .withExposedPorts(HTTP)
                .waitingFor(Wait.forHttp("/realms/partner-hub").forPort(HTTP).withStartupTimeout(PATIENCE))
                .start();
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.stop();
    }

    private static MountableFile realmFile() {
        return MountableFile.forHostPath(Path.of("../deploy/keycloak/partner-hub-realm.json"), 0644);
    }

    @Override
    String issuer() {
        return "http://" + KEYCLOAK.getHost() + ":" + KEYCLOAK.getMappedPort(HTTP) + "/realms/partner-hub";
    }
}
