package org.partnerhub.notification;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;

class StructureTest {

    @Test
    void nounsPointInwardAndKnowNoFramework() {
        StructureRules.check("org.partnerhub.notification");
    }
}
