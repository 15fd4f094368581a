package org.partnerhub.quickstart.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.testkit.contract.ControllersMatchContract;

class ControllersTest {

    @ParameterizedTest
    @CsvSource({
        "referral-service, org.partnerhub.referral",
        "consent-service, org.partnerhub.consent",
        "notification-service, org.partnerhub.notification",
        "fhir-adapter, org.partnerhub.fhir"
    })
    void aServiceAnswersWhatIsPublishedAndNothingElse(String service, String packageName) {
        ControllersMatchContract.of(service, packageName).verify();
    }
}
