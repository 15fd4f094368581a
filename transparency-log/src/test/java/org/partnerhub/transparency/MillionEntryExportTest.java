package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export as large as years of the hub, with entries as large as real decisions, is verified while somebody waits. */
class MillionEntryExportTest {

    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));
    private static final int ENTRIES = FULL ? 1_000_000 : 20_000;
    private static final int BETWEEN_CHECKPOINTS = 500;
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final SigningKey key = SigningKey.fresh();
    private final Random random = new Random(17);

    @TempDir
    Path folder;

    @Test
    @Tag("proof-million-entry-export")
    void aLargeExportIsVerifiedInTime() throws IOException {
        Path export = folder.resolve("export.ndjson");
        String witness = write(export);
        Path witnessed = Files.writeString(folder.resolve("witness"), witness);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        Instant before = Instant.now();
        int status = VerifyLog.run(
                List.of(
                        export.toString(),
                        "--witness",
                        witnessed.toString(),
                        "--key",
                        Checkpoint.verificationKey(LogFixture.ORIGIN, key).toString()),
                new PrintStream(words, true, StandardCharsets.UTF_8));
        Duration verifying = Duration.between(before, Instant.now());

        assertThat(status).as(words.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(verifying).isLessThan(AT_MOST);
        System.out.printf(
                "proof million-entry-export: %,d entries, %,d MB, verified in %d ms%n",
                ENTRIES, Files.size(export) / 1_000_000, verifying.toMillis());
    }

    /** Writes it; answers a checkpoint from its middle. */
    private String write(Path file) throws IOException {
        Tree tree = Tree.empty();
        String witness = "";
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                ExportWriter export = new ExportWriter(bytes)) {
            export.header(
                    LogFixture.ORIGIN,
                    List.of(Checkpoint.verificationKey(LogFixture.ORIGIN, key)),
                    ENTRIES,
                    Instant.parse("2026-11-23T00:00:00Z"));
            for (int from = 0; from < ENTRIES; from += BETWEEN_CHECKPOINTS) {
                List<Written> entries = new ArrayList<>();
                for (int i = from; i < from + BETWEEN_CHECKPOINTS; i++) {
                    entries.add(decision(i));
                }
                for (Written entry : entries) {
                    export.entry(tree.size(), entry.leaf(), entry.values());
                    tree.append(Hash.leaf(entry.leaf()), Tree.Keeper.NONE);
                }
                String note = new Checkpoint(LogFixture.ORIGIN, tree.size(), tree.root()).sign(key);
                export.checkpoint(note);
                if (tree.size() <= ENTRIES / 2) {
                    witness = note;
                }
            }
        }
        return witness;
    }

    private record Written(String leaf, Map<String, Commitment> values) {}

    /** With the fields that a decision on consent has. */
    private Written decision(int number) {
        Map<String, Commitment> values = new HashMap<>();
        SortedMap<String, Hash> hashes = new TreeMap<>();
        fields().forEach((name, value) -> {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            Commitment commitment = new Commitment(Base64.getEncoder().encodeToString(salt), value);
            values.put(name, commitment);
            hashes.put(name, commitment.hash());
        });
        Instant at = Instant.parse("2026-11-22T10:00:00.123456Z").plusMillis(number);
        return new Written(new Entry(uuid(), at, "decision", hashes).leaf(), values);
    }

    private Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("subject", uuid().toString()),
                Map.entry("source", "referral/" + uuid()),
                Map.entry("recipient", "early-help-hub-cambridgeshire"),
                Map.entry("purpose", "early-help-support"),
                Map.entry("delivery", uuid().toString()),
                Map.entry("attempt", "1"),
                Map.entry("outcome", "partial"),
                Map.entry("permitted", "contact education emotional-health family identity plan referral voice"),
                Map.entry("withheld", "police"),
                Map.entry("rules", "consent-does-not-cover-category"),
                Map.entry("ground", "explicit-consent"),
                Map.entry("relied-on", uuid().toString()),
                Map.entry("policy", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                Map.entry("correlation", uuid().toString()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
