package org.partnerhub.referral;

import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.contract.ControllersMatchContract;

class ContractTest {

    @Test
    void everyPathIsPromisedAndEveryPromiseIsKept() {
        ControllersMatchContract.of("referral-service", "org.partnerhub.referral")
                .verify();
    }
}
