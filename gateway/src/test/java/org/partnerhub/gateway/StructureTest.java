package org.partnerhub.gateway;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;

class StructureTest {

    @Test
    void theGatewayKeepsTheRulesOfTheHouse() {
        StructureRules.check("org.partnerhub.gateway");
    }
}
