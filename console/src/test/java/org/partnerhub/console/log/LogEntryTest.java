package org.partnerhub.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    @Test
    void anOfficerReadsWordsAndEnglandsClock() {
        LogEntry entry = entry("consent-withdrawn", 7L);

        assertThat(entry.title()).isEqualTo("Consent was withdrawn");
        assertThat(entry.when()).isEqualTo("1 July 2026, 1:05pm");
        assertThat(entry.details()).containsExactly(Map.entry("Given by", "cpft"));
        assertThat(entry.provable()).isTrue();
    }

    @Test
    void aKindThatIsNewHereIsStillShown() {
        assertThat(entry("seal-broken", null).title()).isEqualTo("Seal broken");
    }

    @Test
    void anEntryOutsideEveryCheckpointIsNotCalledProved() {
        assertThat(entry("decision", null).provable()).isFalse();
    }

    private static LogEntry entry(String kind, @Nullable Long index) {
        return new LogEntry(
                "id",
                kind,
                Instant.parse("2026-07-01T12:05:09Z"),
                index,
                new LinkedHashMap<>(Map.of("givenBy", "cpft")));
    }
}
