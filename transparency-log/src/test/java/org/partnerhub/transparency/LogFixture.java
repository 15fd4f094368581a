package org.partnerhub.transparency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** A small log in memory, with a checkpoint after every seventh entry and at its end. */
final class LogFixture {

    static final String ORIGIN = "partnerhub.example/disclosure-log";

    final SigningKey key = SigningKey.fresh();
    final List<String> notes = new ArrayList<>();
    private final Random random;
    private final Tree tree = Tree.empty();
    private final Map<String, Hash> nodes = new HashMap<>();
    private final List<String> leaves = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Map<String, Commitment>> values = new ArrayList<>();

    LogFixture(int entries, long seed) {
        random = new Random(seed);
        for (int i = 0; i < entries; i++) {
            add(
                    "decision",
                    Map.of("subject", new UUID(seed, i).toString(), "outcome", i % 3 == 0 ? "refuse" : "permit"));
        }
    }

    /** Erases a value as the hub does: the value goes, an entry records it. */
    void erase(int index, String field) {
        takeAway(index, field);
        add(Opened.ERASURE, Map.of("entry", ids.get(index).toString(), "fields", field));
    }

    /** Takes a value away without a trace. */
    void takeAway(int index, String field) {
        values.get(index).remove(field);
    }

    private void add(String kind, Map<String, String> fields) {
        Map<String, Commitment> salted = new HashMap<>();
        Map<String, Hash> hashes = new HashMap<>();
        fields.forEach((name, value) -> {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            Commitment commitment = new Commitment(Base64.getEncoder().encodeToString(salt), value);
            salted.put(name, commitment);
            hashes.put(name, commitment.hash());
        });
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant at = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(leaves.size());
        String leaf = new Entry(id, at, kind, new TreeMap<>(hashes)).leaf();
        tree.append(Hash.leaf(leaf), (level, index, hash) -> nodes.put(level + "/" + index, hash));
        leaves.add(leaf);
        ids.add(id);
        values.add(salted);
        notes.add(new Checkpoint(ORIGIN, tree.size(), tree.root()).sign(key));
    }

    VerificationKey verificationKey() {
        return Checkpoint.verificationKey(ORIGIN, key);
    }

    /** An export of these entries alone, in their order, of each only what was decided. */
    String part(SortedSet<Integer> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ExportWriter export = new ExportWriter(bytes)) {
            export.partHeader(ORIGIN, List.of(verificationKey()), leaves.size(), Instant.parse("2026-11-23T00:00:00Z"));
            long next = 0;
            for (int entry : entries) {
                leaveOut(next, entry, export);
                Map<String, Commitment> shown = new HashMap<>(values.get(entry));
                shown.remove("subject");
                export.entry(entry, leaves.get(entry), shown);
                next = entry + 1L;
            }
            leaveOut(next, leaves.size(), export);
            export.checkpoint(notes.getLast());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void leaveOut(long from, long to, ExportWriter export) throws IOException {
        for (Run run : Run.between(from, to)) {
            export.leftOut(run, Objects.requireNonNull(nodes.get(run.level() + "/" + run.index())));
        }
    }

    String export() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ExportWriter export = new ExportWriter(bytes)) {
            export.header(ORIGIN, List.of(verificationKey()), leaves.size(), Instant.parse("2026-11-23T00:00:00Z"));
            for (int i = 0; i < leaves.size(); i++) {
                export.entry(i, leaves.get(i), values.get(i));
                if (i % 7 == 6 || i == leaves.size() - 1) {
                    export.checkpoint(notes.get(i));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
