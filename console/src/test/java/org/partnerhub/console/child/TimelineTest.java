package org.partnerhub.console.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.log.LogEntry;

class TimelineTest {

    @Test
    void theLatestDayComesFirstAndInItTheLatestEntry() {
        Timeline timeline = timeline(Happening.EVERYTHING);

        assertThat(timeline.days().keySet()).containsExactly("2 July 2026", "1 July 2026");
        assertThat(timeline.days().firstEntry().getValue())
                .extracting(LogEntry::kind)
                .containsExactly("disclosure", "decision");
    }

    @Test
    void itIsNarrowedToWhatAnOfficerWantsToSee() {
        assertThat(timeline(Happening.CONSENTS).days().values().stream().flatMap(List::stream))
                .extracting(LogEntry::kind)
                .containsExactly("consent-given");
        assertThat(timeline(Happening.of("nonsense")).narrowedTo()).isEqualTo(Happening.EVERYTHING);
        assertThat(timeline(Happening.REFUSALS).days()).isEmpty();
    }

    @Test
    void eachEntryIsASentence() {
        assertThat(entry(
                                "decision",
                                "2026-07-02T09:00:00Z",
                                Map.of(
                                        "recipient", "cpft-camhs",
                                        "permitted", "identity voice",
                                        "purpose", "mental-health-specialist",
                                        "ground", "explicit-consent",
                                        "withheld", "police"))
                        .sentence())
                .isEqualTo(
                        "cpft camhs could be told identity, voice for mental health specialist, on the ground of explicit consent. Withheld: police");
        assertThat(entry("officer-looked", "2026-07-02T09:00:00Z", Map.of("reason", "Request 17 of July"))
                        .sentence())
                .isEqualTo("Request 17 of July");
    }

    private static Timeline timeline(Happening narrowedTo) {
        return new Timeline(
                "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11",
                null,
                "Request 17",
                narrowedTo,
                List.of(
                        entry("consent-given", "2026-07-01T09:00:00Z", Map.of()),
                        entry("decision", "2026-07-01T23:30:00Z", Map.of()), // half past midnight in England
                        entry("disclosure", "2026-07-02T09:00:00Z", Map.of())));
    }

    private static LogEntry entry(String kind, String at, Map<String, String> facts) {
        return new LogEntry("id", kind, Instant.parse(at), null, new LinkedHashMap<>(facts));
    }
}
