package org.partnerhub.referral.report.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.report.Row;

/** The report as RFC 4180 text; every field is a code or a number, so nothing needs quoting. */
final class CsvReport {

    private static final String HEADER = "month,area,agency,figure,children,families";
    private static final String ALL = "all";
    private static final String SUPPRESSED = "suppressed";

    private CsvReport() {}

    static String of(List<Row> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(CsvReport::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Row row) {
        return String.join(
                ",",
                row.month().toString(),
                row.area() == null ? ALL : row.area(),
                row.agency() == null ? ALL : row.agency(),
                row.figure().code(),
                count(row.children()),
                count(row.families()));
    }

    private static String count(@Nullable Integer count) {
        return count == null ? SUPPRESSED : count.toString();
    }
}
