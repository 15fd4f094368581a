package org.partnerhub.fhir.validation.incoming;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * The definitions of base R4, all of them, without what is there for readers only: narratives, comments, mappings to other standards,
 * examples, definitions of concepts, and differentials, whose snapshots say the same. HAPI holds them for good, and each twice once it validates.
 */
final class BaseDefinitions {

    private static final String NONE = "http://partnerhub.example/none";

    private BaseDefinitions() {}

    /** Reads them, which takes seconds; HAPI keeps one set of them for the whole process. */
    static IValidationSupport of(FhirContext fhir) {
        IValidationSupport base = new DefaultProfileValidationSupport(fhir);
        base.fetchStructureDefinition(NONE);
        base.fetchValueSet(NONE);
        List<IBaseResource> all = base.fetchAllConformanceResources();
        if (all != null) {
            all.forEach(BaseDefinitions::lighten);
        }
        return base;
    }

    private static void lighten(IBaseResource definition) {
        if (definition instanceof DomainResource resource) {
            resource.setText(null);
        }
        if (definition instanceof StructureDefinition structure) {
            structure.setMapping(null);
            structure.setDifferential(null);
            structure.getSnapshot().getElement().forEach(BaseDefinitions::lighten);
        }
        if (definition instanceof CodeSystem codes) {
            codes.getConcept().forEach(BaseDefinitions::lighten);
        }
    }

    private static void lighten(ElementDefinition element) {
        element.setComment(null);
        element.setRequirements(null);
        element.setMapping(null);
        element.setExample(null);
        element.setAlias(null);
    }

    private static void lighten(CodeSystem.ConceptDefinitionComponent concept) {
        concept.setDefinition(null);
        concept.setDesignation(null);
        concept.getConcept().forEach(BaseDefinitions::lighten);
    }
}
