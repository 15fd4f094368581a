package org.partnerhub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The real Keycloak as a child process with the realm {@code partner-hub}. Its users, clients and keys lie in the folder and survive
 * restarts; a changed realm file is taken afresh, which forgets what was added by hand.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

    public static final String REALM = "partner-hub";
    public static final String ADMINISTRATOR = "admin";

    private static final String PART = "keycloak";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final KeycloakHome home;
    private final PartsFolder folder;

    private EmbeddedKeycloak(Process process, KeycloakHome home, PartsFolder folder) {
        this.process = process;
        this.home = home;
        this.folder = folder;
    }

    /**
     * Starts the server and waits until it answers for the realm.
     *
     * @param secrets values of the realm file's placeholders, see deploy/keycloak/README.md
     */
    public static EmbeddedKeycloak start(PartsFolder folder, Map<String, String> secrets) {
        KeycloakHome home = KeycloakHome.in(folder.part(PART), KeycloakDistribution.prepared());
        LeftOverProcess.stop(home.pidFile(), home.path().toString());
        home.takeRealm(realmFile());
        EmbeddedKeycloak started = new EmbeddedKeycloak(launch(folder, home, secrets), home, folder);
        started.waitUntilReady();
        return started;
    }

    public int port() {
        return port(folder);
    }

    public String issuer() {
        return issuer(folder);
    }

    /** The value of {@code hub.issuer}, known before the server answers. */
    public static String issuer(PartsFolder folder) {
        return url(folder) + "/realms/" + REALM;
    }

    public String url() {
        return url(folder);
    }

    public String administratorPassword() {
        return folder.secret(PART + "." + ADMINISTRATOR);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        home.forgetPid();
    }

    private static Process launch(PartsFolder folder, KeycloakHome home, Map<String, String> secrets) {
        ProcessBuilder command = KeycloakCommand.in(
                home.path(),
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port(folder),
                "--hostname=" + url(folder),
                "--import-realm");
        command.environment().putAll(secrets);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", folder.secret(PART + "." + ADMINISTRATOR));
        command.redirectErrorStream(true).redirectOutput(home.log().toFile());
        try {
            Process process = command.start();
            home.rememberPid(process.pid());
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException("Keycloak did not start.", failed);
        }
    }

    private void waitUntilReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        URI discovery = URI.create(issuer() + "/.well-known/openid-configuration");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, discovery)) {
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                        || Instant.now().isAfter(deadline)) {
                    close();
                    throw new IllegalStateException("Keycloak did not become ready; see " + home.log() + ".");
                }
            }
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while Keycloak was starting.", stopped);
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static Path pidFile(PartsFolder folder) {
        return new KeycloakHome(folder.part(PART)).pidFile();
    }

    private static int port(PartsFolder folder) {
        return folder.port(PART, 8180);
    }

    private static String url(PartsFolder folder) {
        return "http://localhost:" + port(folder);
    }

    private static byte[] realmFile() {
        try (InputStream file = EmbeddedKeycloak.class.getResourceAsStream("/deploy/keycloak/partner-hub-realm.json")) {
            return Objects.requireNonNull(file, "the realm file on the class path")
                    .readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
