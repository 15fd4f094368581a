package org.partnerhub.fhir.reception.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;

class CapabilityTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Somebody who reads contracts reads what the service answers. */
    @Test
    void thePublishedStatementIsTheOneThatIsServed() throws IOException {
        CapabilityStatement served = Capability.statement();
        served.setId("partner-hub");
        served.setUrl("https://partnerhub.example/fhir/CapabilityStatement/partner-hub");

        try (InputStream published =
                CapabilityTest.class.getResourceAsStream("/fhir/CapabilityStatement-partner-hub.json")) {
            assertThat(published).isNotNull();
            assertThat(FHIR.newJsonParser().encodeResourceToString(served))
                    .isEqualTo(FHIR.newJsonParser()
                            .encodeResourceToString(FHIR.newJsonParser()
                                    .parseResource(new String(published.readAllBytes(), StandardCharsets.UTF_8))));
        }
    }
}
