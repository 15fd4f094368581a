package org.partnerhub.console;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;

class StructureTest {

    @Test
    void theConsoleKeepsTheRulesOfTheHouse() {
        StructureRules.check("org.partnerhub.console");
    }
}
