package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Some entries of the log, as they were logged, with nothing told of the others. */
class PartExportsTest {

    static final int ENTRIES = 45;

    private final LogFixture log = new LogFixture(ENTRIES, 11);

    @Property(tries = 200)
    void anyPartIsVerifiedAgainstTheLatestCheckpoint(
            @ForAll @Size(max = 20) Set<@IntRange(max = ENTRIES - 1) Integer> entries)
            throws IOException, ExportVerifier.NotAnExport {
        Verdict verdict = verify(log.part(new TreeSet<>(entries)), null);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.part()).isTrue();
        assertThat(verdict.entries()).isEqualTo(entries.size());
        assertThat(verdict.leftOut()).isEqualTo(ENTRIES - entries.size());
    }

    @Property(tries = 200)
    void changedValueIsFoundInAnyPart(@ForAll @IntRange(max = ENTRIES - 1) int entry)
            throws IOException, ExportVerifier.NotAnExport {
        String part = log.part(new TreeSet<>(Set.of(entry)));
        assertThat(verify(part.replaceFirst("\"(permit|refuse)\"", "\"perhaps\""), null)
                        .findings())
                .hasSize(1);
        assertThat(verify(part.replace("kind decision", "kind refusal"), null).findings())
                .isNotEmpty();
    }

    @Property
    void runsCoverExactlyWhatIsLeftOut(
            @ForAll @LongRange(max = 5_000) long from, @ForAll @LongRange(max = 5_000) long count) {
        List<Run> runs = Run.between(from, from + count);
        assertThat(runs.stream()
                        .flatMapToLong(run -> LongStream.range(run.from(), run.from() + (1L << run.level())))
                        .toArray())
                .isEqualTo(LongStream.range(from, from + count).toArray());
        assertThat(runs).allMatch(run -> run.index() << run.level() == run.from());
    }

    @Test
    void wholeExportMayNotLeaveAnythingOut() throws IOException, ExportVerifier.NotAnExport {
        String dressedUp = log.part(new TreeSet<>(Set.of(3, 4))).replace(ExportWriter.PART, ExportWriter.WHOLE);
        assertThat(verify(dressedUp, null).findings()).anyMatch(it -> it.contains("claims to be whole"));
    }

    @Test
    void takingAnEntryOutOfAPartIsFound() throws IOException, ExportVerifier.NotAnExport {
        List<String> lines =
                new ArrayList<>(log.part(new TreeSet<>(Set.of(3, 9))).lines().toList());
        lines.removeIf(line -> line.contains("\"index\":9"));
        assertThat(verify(String.join("\n", lines), null).intact()).isFalse();
    }

    @Test
    void subtreeThatCannotBeThereIsFound() throws IOException, ExportVerifier.NotAnExport {
        String part = log.part(new TreeSet<>(Set.of(1)));
        for (String level : List.of("-1", "3", "62", "63", "1000")) {
            assertThat(verify(part.replaceFirst("\"level\":0", "\"level\":" + level), null)
                            .intact())
                    .as("level " + level)
                    .isFalse();
        }
        assertThat(verify(part.replaceFirst("\"root\":\"", "\"root\":\"!"), null)
                        .intact())
                .isFalse();
    }

    @Test
    void witnessOfTheSameCheckpointIsMetAndOneBetweenIsNot() throws IOException, ExportVerifier.NotAnExport {
        String part = log.part(new TreeSet<>(Set.of(2)));
        assertThat(verify(part, log.notes.getLast()).freshness()).isEqualTo(Verdict.Freshness.WITNESSED);
        assertThat(verify(part, log.notes.get(20)).freshness()).isEqualTo(Verdict.Freshness.BETWEEN);
    }

    private static Verdict verify(String export, @Nullable String witness)
            throws IOException, ExportVerifier.NotAnExport {
        return ExportVerifier.verify(
                new BufferedReader(new StringReader(export)), List.of(), witness, (entries, of) -> {});
    }
}
