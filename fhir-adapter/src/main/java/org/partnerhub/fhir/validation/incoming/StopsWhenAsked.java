package org.partnerhub.fhir.validation.incoming;

import java.util.EnumSet;
import java.util.concurrent.CancellationException;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.jspecify.annotations.NullUnmarked;

/**
 * Ends a validation whose thread was interrupted at its next element. The validator heeds no interrupt itself and takes a time that grows
 * with the square of the entries: without this a few messages made to be dear would keep everybody else's from being validated.
 */
@NullUnmarked
final class StopsWhenAsked extends FhirDefaultPolicyAdvisor {

    @Override
    public EnumSet<ResourceValidationAction> policyForResource(
            IResourceValidator validator, Object context, StructureDefinition type, String path) {
        stopWhenAsked();
        return super.policyForResource(validator, context, type, path);
    }

    @Override
    public EnumSet<ElementValidationAction> policyForElement(
            IResourceValidator validator,
            Object context,
            StructureDefinition structure,
            ElementDefinition element,
            String path) {
        stopWhenAsked();
        return super.policyForElement(validator, context, structure, element, path);
    }

    private static void stopWhenAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The validation had no more time.");
        }
    }
}
