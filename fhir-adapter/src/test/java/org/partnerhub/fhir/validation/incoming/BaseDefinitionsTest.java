package org.partnerhub.fhir.validation.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

class BaseDefinitionsTest {

    private final IValidationSupport base = BaseDefinitions.of(FhirContext.forR4Cached());

    @Test
    void nothingIsMissingAndNothingIsThereForReadersOnly() {
        assertThat(Objects.requireNonNull(base.fetchAllConformanceResources()))
                .hasSizeGreaterThan(3000)
                .noneMatch(it -> it instanceof DomainResource resource && resource.hasText());
        assertThat(Objects.requireNonNull(base.<StructureDefinition>fetchAllStructureDefinitions()))
                .hasSizeGreaterThan(600)
                .allMatch(StructureDefinition::hasSnapshot)
                .noneMatch(StructureDefinition::hasDifferential);
    }

    @Test
    void whatIsValidatedByIsKept() {
        StructureDefinition patient =
                (StructureDefinition) base.fetchStructureDefinition("http://hl7.org/fhir/StructureDefinition/Patient");
        CodeSystem reasons = (CodeSystem) base.fetchCodeSystem("http://terminology.hl7.org/CodeSystem/v3-ActReason");

        assertThat(Objects.requireNonNull(patient).getSnapshot().getElement())
                .anyMatch(ElementDefinition::hasConstraint)
                .anyMatch(ElementDefinition::hasBinding)
                .allMatch(it -> it.hasMin() && it.hasMax() && it.hasBase());
        assertThat(Objects.requireNonNull(reasons).getConcept()).isNotEmpty();
    }
}
