package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.SigningKey;
import org.partnerhub.transparency.VerifyLog;

/** The next instance comes up with new keys on the log and the permits of the last one. */
class KeyRotationIT {

    private static final String ORIGIN = "partnerhub.example/disclosure-log";
    private static final Map<String, Object> QUESTION = Bodies.decision(
            PersonId.fresh(), "cambridgeshire-directors-office", "section-85-notice", "identity", "stay");

    @TempDir
    Path folder;

    @Test
    void permitsOfTheLastSecondsAndEveryOldCheckpointStayGood() throws IOException {
        SigningKey nextLog = SigningKey.fresh();
        String last = Base64.getEncoder()
                .encodeToString(RunningService.PERMIT_KEY.publicKey().getEncoded());
        try (RunningService hub = new RunningService()) {
            String before = permit(hub, 0);
            String witness = checkpoint(hub, 0, RunningService.LOG_KEY);
            hub.startInstance(
                    "--hub.permit.key=" + SigningKey.fresh().pem(),
                    "--hub.permit.other-keys=" + last,
                    "--hub.log.key=" + nextLog.pem(),
                    "--hub.log.earlier-keys=" + Checkpoint.verificationKey(ORIGIN, RunningService.LOG_KEY));
            hub.stopInstance(0);
            String published = hub.read(hub.instance(0), "/internal/permit-keys", RunningService.service())
                    .text();
            assertThat(published).as("the private parts").doesNotContain("\"d\"");
            PermitVerifier verifier = verifier(published);
            assertThatCode(() -> verifier.verify(before)).doesNotThrowAnyException();
            assertThatCode(() -> verifier.verify(permit(hub, 0))).doesNotThrowAnyException();

            checkpoint(hub, 0, nextLog);
            String export = hub.send(
                            hub.instance(0), "/log/exports", Map.of("reason", "Rotation"), RunningService.officer())
                    .text();
            assertThat(verify(export, witness)).isZero();
        }
    }

    private static String permit(RunningService hub, int instance) {
        return hub.send(hub.instance(instance), "/internal/decisions", QUESTION, RunningService.service())
                .json()
                .path("permit")
                .asString();
    }

    /** The latest checkpoint, once it is signed by this key. */
    private static String checkpoint(RunningService hub, int instance, SigningKey key) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> hub.read(hub.instance(instance), "/log/checkpoint", RunningService.school())
                                .text(),
                        note -> isSignedBy(note, key));
    }

    private static PermitVerifier verifier(String published) {
        return new PermitVerifier(
                "referral-service",
                () -> {
                    try {
                        return new JsonWebKeySet(published);
                    } catch (JoseException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                },
                Clock.systemUTC());
    }

    private static boolean isSignedBy(String note, SigningKey key) {
        try {
            Checkpoint.open(note, List.of(Checkpoint.verificationKey(ORIGIN, key)));
            return true;
        } catch (Checkpoint.NotVerified other) {
            return false;
        }
    }

    /** With the keys that the export itself names. */
    private int verify(String export, String witness) throws IOException {
        Path file = Files.writeString(folder.resolve("export"), export);
        Path seen = Files.writeString(folder.resolve("witness"), witness);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        return VerifyLog.run(
                List.of(file.toString(), "--witness", seen.toString()),
                new PrintStream(words, true, StandardCharsets.UTF_8));
    }
}
