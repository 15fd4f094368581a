package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.Target;
import tools.jackson.databind.json.JsonMapper;

/** The message that docs/partners-fhir.md sends. */
class ExampleMessageTest {

    private final MessageBodies bodies = new MessageBodies(FhirContext.forR4Cached(), 64);

    @Test
    void itIsAReferralAndNothingOfItIsLeftOut() throws IOException {
        try (var file =
                Objects.requireNonNull(getClass().getResourceAsStream("/fhir/examples/referral-message.json"))) {
            assertThat(IncomingMessages.read(bodies.read(file.readAllBytes(), Format.JSON), Target.HUB))
                    .isInstanceOfSatisfying(IncomingMessage.NewReferral.class, it -> {
                        assertThat(it.remarks()).isEmpty();
                        assertThat(it.referral())
                                .containsEntry("asks", List.of(Map.of("purpose", "safeguarding")))
                                .containsEntry("story", Map.of("voice", "I made tea for my brother."));
                        assertThat(Schemas.bundled()
                                        .violations(
                                                "referral", JsonMapper.shared().valueToTree(it.referral())))
                                .isEmpty();
                    });
        }
    }
}
