package org.partnerhub.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ControllersMatchContractTest {

    private static final String HERE = "org.partnerhub.testkit.contract.";

    @Test
    void controllersThatAnswerEverythingPass() {
        assertThatCode(ControllersMatchContract.of("fhir-adapter", HERE + "whole")
                        .exceptBelow("/fhir/")::verify)
                .doesNotThrowAnyException();
    }

    @Test
    void anOperationThatNobodyAnswersIsNamed() {
        assertThatThrownBy(ControllersMatchContract.of("fhir-adapter", HERE + "whole")::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /fhir/R4/metadata");
    }

    @Test
    void aMappingThatNoDocumentListsIsNamed() {
        assertThatThrownBy(ControllersMatchContract.of("fhir-adapter", HERE + "lacking")
                        .exceptBelow("/fhir/")::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /internal/fhir/messages/{}")
                .hasMessageContaining("POST /internal/fhir/messages");
    }
}
