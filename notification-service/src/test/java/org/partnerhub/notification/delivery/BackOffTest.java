package org.partnerhub.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "7,320", "8,640", "9,900", "50,900", "2000000000,900"})
    void doublesUpToTheLongestAndTakesHalfOffAtMost(int failures, int seconds) {
        var backOff = new BackOff(FIRST, LONGEST, new Random(7));

        for (int i = 0; i < 100; i++) {
            assertThat(backOff.after(failures))
                    .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        var backOff = new BackOff(FIRST, LONGEST, RandomGenerator.getDefault());

        assertThat(java.util.stream.Stream.generate(() -> backOff.after(5))
                        .limit(50)
                        .distinct())
                .hasSizeGreaterThan(40);
    }
}
