package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever tampers with an export knows its form and renumbers and re-counts what they can; only the owner's key is missing. */
class TamperedExportsTest {

    private static final int OF_EACH_KIND = "full".equals(System.getProperty("hub.proof")) ? 100 : 10;
    private static final int ENTRIES = 70;
    private static final Pattern INDEX = Pattern.compile("\"index\":([0-9]+)");

    private final LogFixture log = new LogFixture(ENTRIES, 5);
    private final List<String> untouched = log.export().lines().toList();
    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Tampering {
        void on(List<String> lines);
    }

    private Map<String, Tampering> kinds() {
        Map<String, Tampering> kinds = new LinkedHashMap<>();
        kinds.put("value edited", lines -> edit(lines, "\"value\":\"", "\"value\":\"x"));
        kinds.put("salt edited", lines -> edit(lines, "\"salt\":\"", "\"salt\":\"A"));
        kinds.put("kind edited", lines -> edit(lines, "kind decision", "kind refusal"));
        kinds.put("time edited", lines -> edit(lines, "at 2026-11-22", "at 2026-11-21"));
        kinds.put(
                "value taken away",
                lines -> editLine(lines, line -> line.replaceFirst("\"values\":.*", "\"values\":{}}")));
        kinds.put("entry deleted", lines -> lines.remove(entry(lines)));
        kinds.put("entry deleted, the rest renumbered", lines -> {
            lines.remove(entry(lines));
            renumber(lines);
        });
        kinds.put("entry repeated", lines -> lines.add(entry(lines), lines.get(entry(lines))));
        kinds.put("entry put in, the rest renumbered", lines -> {
            lines.add(entry(lines), forged());
            renumber(lines);
        });
        kinds.put("entry replaced", lines -> {
            lines.set(entry(lines), forged());
            renumber(lines);
        });
        kinds.put("two entries exchanged", this::exchange);
        kinds.put("two entries exchanged, renumbered", lines -> {
            exchange(lines);
            renumber(lines);
        });
        kinds.put(
                "cut short",
                lines -> lines.subList(1 + random.nextInt(lines.size() - 1), lines.size())
                        .clear());
        kinds.put("cut short, with a size to match", lines -> {
            lines.subList(2 + random.nextInt(lines.size() - 2), lines.size()).clear();
            count(lines);
        });
        kinds.put("rolled back to an older checkpoint", lines -> {
            int kept = 7 * (1 + random.nextInt(ENTRIES / 7 - 1));
            lines.subList(1 + kept + kept / 7, lines.size()).clear();
            count(lines);
        });
        kinds.put("checkpoint of another key", lines -> lines.set(checkpoint(lines), foreignCheckpoint()));
        kinds.put("checkpoint moved", lines -> Collections.swap(lines, checkpoint(lines), entry(lines)));
        kinds.put("checkpoint edited", lines -> {
            int at = checkpoint(lines);
            lines.set(at, lines.get(at).replaceFirst("\\\\n([0-9]+)\\\\n", "\\\\n1$1\\\\n"));
        });
        kinds.put("another entry's values", lines -> {
            int at = entry(lines);
            String other = lines.get(at == 1 ? 2 : 1);
            lines.set(
                    at,
                    lines.get(at)
                            .replaceFirst(
                                    "\"values\":.*",
                                    Matcher.quoteReplacement(other.substring(other.indexOf("\"values\":")))));
        });
        return kinds;
    }

    @Test
    @Tag("proof-tampered-exports")
    void everyKindOfTamperingIsFoundWhereverItIsDone() throws IOException {
        String witness = log.notes.getLast();
        assertThat(verify(untouched, witness)).as("untouched").isZero();
        for (var kind : kinds().entrySet()) {
            for (int round = 0; round < OF_EACH_KIND; round++) {
                List<String> lines = new ArrayList<>(untouched);
                kind.getValue().on(lines);
                assertThat(lines).as(kind.getKey() + " changes something").isNotEqualTo(untouched);
                assertThat(verify(lines, witness))
                        .as(kind.getKey() + ", round " + round)
                        .isEqualTo(1);
            }
        }
        System.out.printf(
                "proof tampered-exports: %d kinds, %d exports of each, all found%n", kinds().size(), OF_EACH_KIND);
    }

    private void exchange(List<String> lines) {
        int one = entry(lines);
        int other = entry(lines);
        while (other == one) {
            other = entry(lines);
        }
        Collections.swap(lines, one, other);
    }

    private void edit(List<String> lines, String from, String to) {
        editLine(lines, line -> line.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private void editLine(List<String> lines, java.util.function.UnaryOperator<String> edit) {
        int at = entry(lines);
        lines.set(at, edit.apply(lines.get(at)));
    }

    private int entry(List<String> lines) {
        return one(lines, "\"type\":\"entry\"");
    }

    private int checkpoint(List<String> lines) {
        return one(lines, "\"type\":\"checkpoint\"");
    }

    private int one(List<String> lines, String type) {
        int at = 1 + random.nextInt(lines.size() - 1);
        return lines.get(at).contains(type) ? at : one(lines, type);
    }

    private static void renumber(List<String> lines) {
        int next = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).contains("\"type\":\"entry\"")) {
                lines.set(i, INDEX.matcher(lines.get(i)).replaceFirst("\"index\":" + next++));
            }
        }
        count(lines);
    }

    private static void count(List<String> lines) {
        long entries = lines.stream()
                .filter(line -> line.contains("\"type\":\"entry\""))
                .count();
        lines.set(0, lines.getFirst().replaceFirst("\"size\":[0-9]+", "\"size\":" + entries));
    }

    private String forged() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        String leaf = new Entry(id, Instant.parse("2026-11-22T10:00:00Z"), "decision", new TreeMap<>()).leaf();
        return "{\"type\":\"entry\",\"index\":0,\"leaf\":\"" + leaf.replace("\n", "\\n") + "\",\"values\":{}}";
    }

    private static String foreignCheckpoint() {
        LogFixture foreign = new LogFixture(7, 9);
        return foreign.export().lines().toList().getLast();
    }

    private int verify(List<String> lines, String witness) throws IOException {
        Path export = Files.writeString(folder.resolve("export"), String.join("\n", lines) + "\n");
        Path seen = Files.writeString(folder.resolve("witness"), witness);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        return VerifyLog.run(
                List.of(
                        export.toString(),
                        "--witness",
                        seen.toString(),
                        "--key",
                        log.verificationKey().toString()),
                new PrintStream(words, true, StandardCharsets.UTF_8));
    }
}
