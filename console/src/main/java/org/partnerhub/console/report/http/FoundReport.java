package org.partnerhub.console.report.http;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.report.Figures;
import org.partnerhub.console.report.Series;
import org.partnerhub.console.report.Span;
import tools.jackson.databind.JsonNode;

/** Reads referral-service's report. */
final class FoundReport {

    private FoundReport() {}

    /** In the order in which the figures come. */
    static Figures of(JsonNode answer, Span span) {
        Map<String, Map<YearMonth, Integer>> counts = new LinkedHashMap<>();
        for (JsonNode row : answer.path("rows")) {
            String part = row.path("area").asString(row.path("agency").asString(""));
            var months = counts.computeIfAbsent(row.path("figure").asString() + "|" + part, _ -> new HashMap<>());
            if (row.path("children").isNumber()) {
                months.put(
                        YearMonth.parse(row.path("month").asString()),
                        row.path("children").asInt());
            }
        }
        List<Series> series = new ArrayList<>();
        counts.forEach((name, months) -> {
            String[] parts = name.split("\\|", 2);
            series.add(new Series(parts[0], parts[1], span.all(), months));
        });
        return new Figures(series);
    }
}
