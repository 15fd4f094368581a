package org.partnerhub.consent.report.http;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.partnerhub.consent.report.Told;

/** What recipients were told, counted for each partner that runs them. */
final class ByPartner {

    private ByPartner() {}

    static List<Row> of(List<Told> byRecipient, Function<String, List<String>> partners) {
        TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();
        for (Told told : byRecipient) {
            TreeMap<String, Long> month = counts.computeIfAbsent(told.month().toString(), it -> new TreeMap<>());
            partners.apply(told.part()).forEach(partner -> month.merge(partner, told.disclosures(), Long::sum));
        }
        return counts.entrySet().stream()
                .flatMap(month -> month.getValue().entrySet().stream()
                        .map(it -> new Row(month.getKey(), it.getKey(), it.getValue())))
                .toList();
    }
}
