package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {

    @TempDir
    Path folder;

    private final LogFixture log = new LogFixture(40, 1);

    private record Result(int status, String words) {}

    @Test
    void untouchedExportIsVerifiedAndSaysWhatIsUnproven() throws IOException {
        Result result = verify(log.export());
        assertThat(result.status()).isZero();
        assertThat(result.words())
                .startsWith("VERIFIED")
                .contains("Entries: 40, checkpoints: 6")
                .contains("Key: taken from the export itself")
                .contains("Freshness: unproven");
    }

    @Test
    void withKeyAndWitnessNothingIsLeftUnproven() throws IOException {
        Result result = verify(
                log.export(),
                "--witness",
                file(log.notes.get(25)),
                "--key",
                log.verificationKey().toString());
        assertThat(result.status()).isZero();
        assertThat(result.words()).contains("Key: the one you gave").contains("holds everything that the witness saw");
    }

    @Test
    void keyMayBeInAFile() throws IOException {
        assertThat(verify(log.export(), "--key", file(log.verificationKey() + "\n"))
                        .status())
                .isZero();
    }

    @Test
    void exportSignedByAnotherKeyThanTheOneGivenIsFound() throws IOException {
        String other = new LogFixture(1, 2).verificationKey().toString();
        assertThat(verify(log.export(), "--key", other).status()).isEqualTo(1);
    }

    @Test
    void renumberingDoesNotHideADeletion() throws IOException {
        List<String> lines = new ArrayList<>(log.export().lines().toList());
        lines.remove(3);
        for (int i = 3; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains("\"type\":\"entry\"")) {
                int index = Integer.parseInt(line.replaceAll(".*\"index\":([0-9]+).*", "$1"));
                lines.set(i, line.replace("\"index\":" + index, "\"index\":" + (index - 1)));
            }
        }
        assertThat(verify(String.join("\n", lines)).status()).isEqualTo(1);
    }

    /** Everything in it is genuine, only older: without a witness nobody could know. */
    @Test
    void rollingBackIsFoundWithAWitnessOnly() throws IOException {
        LogFixture whole = new LogFixture(28, 3);
        String old = String.join("\n", whole.export().lines().toList().subList(0, 1 + 14 + 2))
                        .replace("\"size\":28", "\"size\":14")
                + "\n";
        assertThat(verify(old).status()).isZero();
        Result witnessed = verify(old, "--witness", file(whole.notes.get(20)));
        assertThat(witnessed.status()).isEqualTo(1);
        assertThat(witnessed.words()).contains("rolled back");
    }

    @Test
    void forkSignedByTheOwnerItselfIsFoundWithAWitness() throws IOException {
        String witness = new Checkpoint(LogFixture.ORIGIN, 20, Hash.leaf("another history")).sign(log.key);
        Result result = verify(log.export(), "--witness", file(witness));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.words()).contains("differs from what the witness saw");
    }

    @Test
    void witnessOfAnotherLogIsNotTaken() throws IOException {
        assertThat(verify(log.export(), "--witness", file(new LogFixture(3, 9).notes.getLast()))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void erasureOnRecordKeepsTheProof() throws IOException {
        log.erase(5, "subject");
        Result result = verify(log.export());
        assertThat(result.status()).isZero();
        assertThat(result.words()).contains("values erased on record: 1");
    }

    @Test
    void absentValueWithoutAnErasureIsTampering() throws IOException {
        log.takeAway(5, "subject");
        assertThat(verify(log.export()).words()).contains("absent without an entry that records its erasure");
        log.takeAway(6, "subject");
        log.erase(6, "outcome");
        assertThat(verify(log.export()).status()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCheckedIsSaidSo() throws IOException {
        for (String[] arguments : List.of(
                new String[] {},
                new String[] {folder.resolve("missing").toString()},
                new String[] {file("")},
                new String[] {file("{\"type\":\"entry\"}\n")},
                new String[] {file(log.export()), "--key", "nonsense+x"},
                new String[] {file(log.export()), "--witness"},
                new String[] {file(log.export()), "--verbose"})) {
            Result result = run(arguments);
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.words()).startsWith("NOT CHECKED");
        }
    }

    private Result verify(String export, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file(export)));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private static Result run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = VerifyLog.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Result(status, bytes.toString(StandardCharsets.UTF_8));
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "log", ""), text).toString();
    }
}
