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
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {

    @TempDir
    Path folder;

    private static final List<String> UNTOUCHED =
            new LogFixture(40, 5).export().lines().toList();

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
    void everyKindOfTamperingIsFoundWhereverItIsDone() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            assertTampered("edited value", lines -> edit(lines, random, "\"value\":\"", "\"value\":\"x"));
            assertTampered("edited leaf", lines -> edit(lines, random, "kind decision", "kind decisions"));
            assertTampered("edited time", lines -> edit(lines, random, "at 2026-11-22", "at 2026-11-21"));
            assertTampered("deleted", lines -> lines.remove(entry(lines, random)));
            assertTampered("inserted", lines -> {
                int at = entry(lines, random);
                lines.add(at, lines.get(entry(lines, random)));
                return lines.get(at);
            });
            assertTampered("swapped", lines -> {
                int at = entry(lines, random);
                int other = at == 1 ? 2 : 1;
                String moved = lines.get(at);
                lines.set(at, lines.get(other));
                return lines.set(other, moved);
            });
            assertTampered("cut short", lines -> {
                lines.subList(lines.size() - 1 - random.nextInt(10), lines.size())
                        .clear();
                return "";
            });
        }
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

    private void assertTampered(String kind, Tampering tampering) throws IOException {
        List<String> lines = new ArrayList<>(UNTOUCHED);
        tampering.on(lines);
        Result result = verify(String.join("\n", lines) + "\n");
        assertThat(result.status()).as(kind).isEqualTo(1);
        assertThat(result.words()).as(kind).startsWith("TAMPERED").contains("  Line ");
    }

    @FunctionalInterface
    private interface Tampering {
        String on(List<String> lines);
    }

    private static String edit(List<String> lines, Random random, String from, String to) {
        int at = entry(lines, random);
        assertThat(lines.get(at)).contains(from);
        return lines.set(at, lines.get(at).replaceFirst(Pattern.quote(from), to));
    }

    private static int entry(List<String> lines, Random random) {
        int at = 1 + random.nextInt(lines.size() - 1);
        return lines.get(at).contains("\"type\":\"entry\"") ? at : entry(lines, random);
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
