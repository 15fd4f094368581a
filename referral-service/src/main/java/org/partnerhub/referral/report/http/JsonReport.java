package org.partnerhub.referral.report.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.report.Report;
import org.partnerhub.referral.report.Row;

/**
 * The report as JSON.
 *
 * @param smallCountsSuppressed whether counts were taken away, which then are null
 */
record JsonReport(String from, String to, String by, boolean smallCountsSuppressed, List<Line> rows) {

    record Line(
            String month,
            @Nullable String area,
            @Nullable String agency,
            String figure,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer children,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer families) {

        static Line of(Row row) {
            return new Line(
                    row.month().toString(),
                    row.area(),
                    row.agency(),
                    row.figure().code(),
                    row.children(),
                    row.families());
        }
    }

    static JsonReport of(Report report, List<Row> rows, boolean suppressed) {
        List<YearMonth> months = report.months();
        return new JsonReport(
                months.getFirst().toString(),
                months.getLast().toString(),
                report.by().code(),
                suppressed,
                rows.stream().map(Line::of).toList());
    }
}
