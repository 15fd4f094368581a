package org.partnerhub.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.outgoing.OutgoingMessages;
import org.partnerhub.fhir.validation.incoming.Validation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Renders, reads and validates one message: HAPI reads its model and all of R4 on first use, which no partner should wait for. */
@Component
class WarmUp implements ApplicationRunner {

    private final FhirContext fhir;
    private final Validation validation;

    WarmUp(FhirContext fhir, Validation validation) {
        this.fhir = fhir;
        this.validation = validation;
    }

    /** Readiness is announced only after this. */
    @Override
    public void run(ApplicationArguments arguments) {
        Bundle bundle = OutgoingMessages.message(example(), Target.HUB, null, false);
        fhir.newJsonParser().parseResource(fhir.newJsonParser().encodeResourceToString(bundle));
        fhir.newXmlParser().parseResource(fhir.newXmlParser().encodeResourceToString(bundle));
        validation.checked(bundle);
    }

    private static Disclosure example() {
        return new Disclosure(
                UUID.randomUUID(),
                "referral",
                "referral/" + UUID.randomUUID(),
                PersonId.fresh(),
                new RecipientId("warm-up"),
                new Purpose("warm-up"),
                DecisionId.fresh(),
                Instant.now(),
                Map.of(
                        Category.IDENTITY, Map.of("name", Map.of("given", List.of("Warm"), "family", "Up")),
                        Category.VOICE, Map.of("words", List.of("Warm up")),
                        Category.REFERRAL, Map.of("reason", "Warm up", "urgency", "routine")),
                List.of(),
                null);
    }
}
