package org.partnerhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkOptionsTest {

    @Test
    void withoutOptionsItStartsAHubOfItsOwn() {
        var options = BenchmarkOptions.of(Map.of());

        assertThat(options.against()).isNull();
        assertThat(options.connections()).isEqualTo(16);
    }

    @Test
    void aRunningHubIsNamed() {
        var options = BenchmarkOptions.of(Map.of(), "--against", "http://hub:8080", "--rounds", "5");

        assertThat(options.against()).isEqualTo(URI.create("http://hub:8080"));
        assertThat(options.rounds()).isEqualTo(5);
    }

    @Test
    void whatItDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> BenchmarkOptions.of(Map.of(), "--speed", "high"))
                .hasMessageContaining("--speed");
        assertThatThrownBy(() -> BenchmarkOptions.of(Map.of(), "--rounds")).hasMessageContaining("--rounds");
    }
}
