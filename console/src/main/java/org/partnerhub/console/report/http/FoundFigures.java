package org.partnerhub.console.report.http;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.report.AnswerTime;
import org.partnerhub.console.report.AnswerTimes;
import org.partnerhub.console.report.Coverage;
import org.partnerhub.console.report.Figures;
import org.partnerhub.console.report.Series;
import org.partnerhub.console.report.Span;
import tools.jackson.databind.JsonNode;

/** Reads the services' reports on sharing. */
final class FoundFigures {

    private FoundFigures() {}

    /** One series for each part, in the alphabet's order; a month without a row has nought. */
    static Figures disclosures(JsonNode answer, Span span) {
        Map<String, Map<YearMonth, Integer>> parts = new TreeMap<>();
        for (JsonNode row : answer.path("rows")) {
            parts.computeIfAbsent(row.path("part").asString(), _ -> noughts(span))
                    .put(
                            YearMonth.parse(row.path("month").asString()),
                            row.path("disclosures").asInt());
        }
        return new Figures(parts.entrySet().stream()
                .map(it -> new Series(it.getKey(), "", span.all(), it.getValue()))
                .toList());
    }

    private static Map<YearMonth, Integer> noughts(Span span) {
        Map<YearMonth, Integer> months = new HashMap<>();
        span.all().forEach(it -> months.put(it, 0));
        return months;
    }

    static AnswerTimes answers(JsonNode answer) {
        return new AnswerTimes(
                time(answer.path("total")),
                answer.path("rows").valueStream().map(FoundFigures::time).toList());
    }

    private static AnswerTime time(JsonNode row) {
        return new AnswerTime(
                row.path("part").asString(""),
                row.path("asked").asInt(),
                row.path("answered").asInt(),
                row.path("inTime").asInt(),
                row.path("waiting").asInt(),
                row.path("overdue").asInt(),
                hours(row.path("medianHours")),
                hours(row.path("nineInTenHours")));
    }

    private static @Nullable Double hours(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }

    static List<Coverage> coverage(JsonNode answer) {
        return answer.path("rows")
                .valueStream()
                .map(row -> new Coverage(
                        row.path("purpose").asString(),
                        row.path("people").asInt(),
                        row.path("inForce").asInt(),
                        row.path("endsSoon").asInt(),
                        row.path("notBegun").asInt(),
                        row.path("refused").asInt(),
                        row.path("withdrawn").asInt(),
                        row.path("expired").asInt()))
                .toList();
    }
}
