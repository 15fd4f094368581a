package org.partnerhub.console.report;

import java.util.List;
import java.util.Objects;

/** How long answers took: together, and part by part. */
public record AnswerTimes(AnswerTime total, List<AnswerTime> parts) {

    public AnswerTimes {
        parts = List.copyOf(parts);
    }

    /** The longest of the medians, in hours. */
    public double most() {
        return parts.stream()
                .map(AnswerTime::medianHours)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
