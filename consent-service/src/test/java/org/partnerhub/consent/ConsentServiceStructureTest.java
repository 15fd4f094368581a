package org.partnerhub.consent;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;
import org.partnerhub.testkit.contract.ControllersMatchContract;

class ConsentServiceStructureTest {

    @Test
    void packagesKeepToTheStructureRules() {
        StructureRules.check("org.partnerhub.consent");
    }

    @Test
    void answersExactlyWhatTheApiDocumentsPromise() {
        ControllersMatchContract.of("consent-service", "org.partnerhub.consent").verify();
    }
}
