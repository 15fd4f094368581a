package org.partnerhub.fhir.validation.incoming;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** One set of definitions and the validator by it. Every part of the chain works from memory; none can ask anybody. */
final class Validators {

    private final IValidationSupport support;
    private final FhirValidator validator;

    Validators(FhirContext fhir, IValidationSupport... definitions) {
        this.support = new ValidationSupportChain(Stream.concat(
                        Stream.of(definitions),
                        Stream.of(
                                BaseDefinitions.of(fhir),
                                new CommonCodeSystemsTerminologyService(fhir),
                                new InMemoryTerminologyServerValidationSupport(fhir),
                                new SnapshotGeneratingValidationSupport(fhir)))
                .toArray(IValidationSupport[]::new));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setErrorForUnknownProfiles(false);
        instances.setAnyExtensionsAllowed(true);
        instances.setValidatorPolicyAdvisor(new StopsWhenAsked());
        this.validator = fhir.newValidator();
        this.validator.registerValidatorModule(instances);
    }

    /** What does not hold; warnings and hints of the validator's own are not among it. */
    Set<Finding> findings(Resource resource) {
        return validator.validateWithResult(resource).getMessages().stream()
                .filter(it ->
                        it.getSeverity() == ResultSeverityEnum.ERROR || it.getSeverity() == ResultSeverityEnum.FATAL)
                .map(Finding::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean knows(String profile) {
        return support.fetchStructureDefinition(profile) != null;
    }
}
