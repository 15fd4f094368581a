package org.partnerhub.benchmarks;

import java.util.Collection;
import java.util.List;

/** Order statistics of what was measured. */
final class Figures {

    private Figures() {}

    /**
     * The nearest-rank percentile.
     *
     * @param percent from 0 to 100
     * @return NaN where nothing was measured
     */
    static double percentile(Collection<Double> values, double percent) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    static double median(Collection<Double> values) {
        return percentile(values, 50);
    }
}
