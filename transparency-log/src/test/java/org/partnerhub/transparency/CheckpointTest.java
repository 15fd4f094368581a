package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final String ORIGIN = "partnerhub.example/disclosure-log";

    private final SigningKey key = SigningKey.fresh();
    private final VerificationKey verification = Checkpoint.verificationKey(ORIGIN, key);
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 42, Hash.leaf("x"));

    /** The example of Go's package golang.org/x/mod/sumdb/note, where the form comes from. */
    @Test
    void signatureOfTheFormsOwnExampleVerifies() {
        VerificationKey published =
                VerificationKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] line = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        byte[] signature = Arrays.copyOfRange(line, 4, line.length);
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        assertThat(published.verifies(text, signature)).isTrue();
        assertThat(published.verifies(text + " ", signature)).isFalse();
        assertThat(Arrays.copyOf(line, 4)).isEqualTo(published.id());
    }

    @Test
    void signedCheckpointOpensWithItsKey() throws Checkpoint.NotVerified {
        String note = checkpoint.sign(key);
        assertThat(note).startsWith(ORIGIN + "\n42\n").contains("\n\n\u2014 " + ORIGIN + " ");
        assertThat(Checkpoint.open(note, List.of(verification))).isEqualTo(checkpoint);
    }

    @Test
    void earlierKeyStillOpensAfterRotation() throws Checkpoint.NotVerified {
        VerificationKey next = Checkpoint.verificationKey(ORIGIN, SigningKey.fresh());
        assertThat(Checkpoint.open(checkpoint.sign(key), List.of(next, verification)))
                .isEqualTo(checkpoint);
    }

    @Test
    void anythingElseIsRefused() {
        String note = checkpoint.sign(key);
        for (String bad : List.of(
                note.replace("\n42\n", "\n43\n"),
                note.replace("\n42\n", "\n042\n"),
                note.replace("\u2014 ", "- "),
                note.replace(ORIGIN, "another.example/log"),
                note.substring(0, note.length() - 12),
                note.replace("\n\n", "\n"),
                new Checkpoint(ORIGIN, 42, Hash.leaf("x")).sign(SigningKey.fresh()),
                "",
                "\n\n")) {
            assertThatThrownBy(() -> Checkpoint.open(bad, List.of(verification)))
                    .isInstanceOf(Checkpoint.NotVerified.class);
        }
    }

    @Test
    void keysReadBackAsTheyWereWritten() {
        assertThat(VerificationKey.parse(verification.toString())).hasToString(verification.toString());
        SigningKey again = SigningKey.ofPem(key.pem());
        assertThat(Checkpoint.verificationKey(ORIGIN, again)).hasToString(verification.toString());
    }

    @Test
    void unusableKeysAreRefusedWithoutRepeatingThem() {
        assertThatThrownBy(() -> SigningKey.ofPem("secret nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        for (String bad :
                List.of("", "a+b", "a+00000000+AAAA", verification.toString().replaceFirst("\\+.", "+x"))) {
            assertThatThrownBy(() -> VerificationKey.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
