package org.partnerhub.console.stay.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.stay.Stay;
import tools.jackson.databind.JsonNode;

/** Reads notification-service's answers about stays. */
final class FoundStays {

    /** The answer's days in the words of the page. */
    private static final Map<String, String> DAYS = days();

    private FoundStays() {}

    private static Map<String, String> days() {
        Map<String, String> days = new LinkedHashMap<>();
        days.put("admittedOn", "Admitted");
        days.put("reminderOn", "Week ten: the setting is reminded");
        days.put("twelveWeeksOn", "Twelve weeks: notice is due under the local procedure");
        days.put("threeMonthsOn", "Three months: notice is due under the Act");
        days.put("eighteenOn", "Eighteenth birthday");
        days.put("expectedUntil", "Expected to end");
        days.put("dischargePlannedOn", "Discharge planned");
        days.put("endedOn", "Ended");
        return days;
    }

    static List<Stay> list(JsonNode answer, LocalDate today) {
        return answer.path("stays").valueStream().map(it -> one(it, today)).toList();
    }

    static Stay one(JsonNode it, LocalDate today) {
        String name = optional(it, "authorityName");
        return new Stay(
                it.path("id").asString(),
                it.path("state").asString(),
                optional(it, "section"),
                name == null ? optional(it, "authority") : name,
                it.path("provisional").asBoolean(false),
                it.path("settings").valueStream().map(JsonNode::asString).toList(),
                clocks(it, today),
                it.path("overdue").valueStream().map(FoundStays::overdue).toList(),
                it.path("questions")
                        .valueStream()
                        .map(asked -> new Stay.Asked(
                                asked.path("question").asString(),
                                asked.path("words").asString(),
                                asked.path("answeredBy").asString()))
                        .toList(),
                it.path("notices").valueStream().map(FoundStays::notice).toList(),
                it.path("why").valueStream().map(FoundStays::reason).toList());
    }

    private static List<Stay.Clock> clocks(JsonNode it, LocalDate today) {
        List<Stay.Clock> clocks = new ArrayList<>();
        DAYS.forEach((field, words) -> {
            String day = optional(it, field);
            if (day != null) {
                LocalDate date = LocalDate.parse(day);
                clocks.add(new Stay.Clock(words, date, !date.isAfter(today)));
            }
        });
        clocks.sort(Comparator.comparing(Stay.Clock::day));
        return clocks;
    }

    private static Stay.Overdue overdue(JsonNode it) {
        return new Stay.Overdue(
                it.path("what").asString(),
                it.path("source").asString(),
                LocalDate.parse(it.path("since").asString()),
                it.path("settled").asBoolean(false));
    }

    private static Stay.Notice notice(JsonNode it) {
        String acknowledged = optional(it, "acknowledgedAt");
        return new Stay.Notice(
                it.path("kind").asString(),
                it.path("recipient").asString(),
                Instant.parse(it.path("givenAt").asString()),
                it.path("delivery").asString(),
                acknowledged == null ? null : Instant.parse(acknowledged),
                it.path("withdrawn").asBoolean(false));
    }

    private static Stay.Reason reason(JsonNode it) {
        Map<String, String> facts = new LinkedHashMap<>();
        it.path("facts")
                .propertyStream()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return new Stay.Reason(it.path("source").asString(), it.path("words").asString(), facts);
    }

    private static @Nullable String optional(JsonNode it, String field) {
        JsonNode value = it.path(field);
        return value.isString() ? value.asString() : null;
    }
}
