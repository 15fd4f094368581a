package org.partnerhub.referral;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;

class StructureTest {

    @Test
    void nounsKnowNoFrameworkAndNoOtherService() {
        StructureRules.check("org.partnerhub.referral");
    }
}
