package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final int SAMPLES = 200;

    @Test
    @Tag("proof-log-growth")
    void aLargeLogProvesAnyEntryAndAnyBeginning() {
        int size = "full".equals(System.getProperty("hub.proof")) ? 1_000_000 : 20_000;
        Random random = new Random(11);

        Instant before = Instant.now();
        KeptTree kept = new KeptTree(size);
        Duration growing = Duration.between(before, Instant.now());
        before = Instant.now();
        for (int sample = 0; sample < SAMPLES; sample++) {
            int index = random.nextInt(size);
            var path = Proofs.inclusion(index, size, kept);
            assertThat(Proofs.includes(kept.leaves.get(index), index, size, path, kept.tree.root()))
                    .isTrue();
            var fromBeginning = Proofs.consistency(index, size, kept);
            assertThat(Proofs.isBeginning(
                            index, Tree.restored(index, kept).root(), size, kept.tree.root(), fromBeginning))
                    .isTrue();
        }
        Duration proving = Duration.between(before, Instant.now());

        System.out.printf(
                "proof log-growth: %,d entries in %d ms; %d proofs of each kind made and checked in %d ms%n",
                size, growing.toMillis(), SAMPLES, proving.toMillis());
    }
}
