package org.partnerhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final List<Double> hundred =
            IntStream.rangeClosed(1, 100).mapToObj(it -> 101.0 - it).toList();

    @Test
    void aPercentileIsTheNearestRank() {
        assertThat(Figures.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Figures.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Figures.percentile(hundred, 100)).isEqualTo(100);
        assertThat(Figures.percentile(List.of(7.0), 99)).isEqualTo(7);
        assertThat(Figures.percentile(List.of(), 50)).isNaN();
    }

    @Test
    void theMedianOfRoundsIgnoresTheOddOne() {
        assertThat(Figures.median(List.of(3.0, 1000.0, 2.0))).isEqualTo(3);
    }
}
