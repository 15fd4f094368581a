package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.quickstart.demo.DemoWorld;
import org.partnerhub.quickstart.demo.FamilyStory;
import org.partnerhub.quickstart.demo.Narration;

@ExtendWith(RunningHub.class)
class FamilyStoryE2E {

    /** Twice, as somebody does who shows the demo to a colleague. */
    @RepeatedTest(2)
    void everyStepOfTheDemoHoldsOnTheSameHub(RunningHub.World world) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Narration narration = new Narration(new PrintStream(told, true, StandardCharsets.UTF_8));
        DemoWorld family = DemoWorlds.of(world.hub().addresses().gateway(), world.partners(), world.folder());

        new FamilyStory(family, narration).play();

        assertThat(narration.failed()).as(told.toString(StandardCharsets.UTF_8)).isFalse();
    }
}
