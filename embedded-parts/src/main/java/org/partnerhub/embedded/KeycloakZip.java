package org.partnerhub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's distribution in the local Maven repository. It is 177 MB, so no build fetches it: it is fetched when somebody first
 * starts it, by Maven itself, which knows the user's mirrors and checks its sum.
 */
final class KeycloakZip {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakZip.class);
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:get";

    private KeycloakZip() {}

    static String version() {
        Properties versions = new Properties();
        try (InputStream file =
                Objects.requireNonNull(KeycloakZip.class.getResourceAsStream("/embedded/versions.properties"))) {
            versions.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return versions.getProperty("keycloak");
    }

    static Path file() {
        Path repository = repository();
        String name = "keycloak-quarkus-dist";
        Path zip = repository.resolve(Path.of("org", "keycloak", name, version(), name + "-" + version() + ".zip"));
        if (!Files.exists(zip)) {
            fetch(repository);
        }
        if (!Files.exists(zip)) {
            throw new IllegalStateException("Maven did not put Keycloak where it was expected, at " + zip + ".");
        }
        return zip;
    }

    private static Path repository() {
        String set = System.getProperty("maven.repo.local");
        return set == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(set);
    }

    private static void fetch(Path repository) {
        LOG.info("Fetching Keycloak {} with Maven (177 MB, once)", version());
        try {
            Process maven = new ProcessBuilder(
                            "mvn",
                            "-B",
                            "-q",
                            PLUGIN,
                            "-Dtransitive=false",
                            "-Dmaven.repo.local=" + repository,
                            "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version() + ":zip")
                    .inheritIO()
                    .directory(Programs.folder().toFile())
                    .start();
            if (maven.waitFor() != 0) {
                throw new IllegalStateException(
                        "Maven could not fetch Keycloak " + version() + "; its message stands above.");
            }
        } catch (IOException notFound) {
            throw new UncheckedIOException("Put mvn on the PATH: Keycloak is fetched with it.", notFound);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while fetching Keycloak.", stopped);
        }
    }
}
