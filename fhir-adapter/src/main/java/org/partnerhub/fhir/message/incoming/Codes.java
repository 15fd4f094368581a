package org.partnerhub.fhir.message.incoming;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.partnerhub.fhir.message.Bars;

/** The codes that some concepts have in one system, however its address is written. */
public final class Codes {

    private Codes() {}

    public static Stream<String> of(List<CodeableConcept> concepts, String system) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> coding.hasSystem() && Bars.sameSystem(coding.getSystem(), system) && coding.hasCode())
                .map(Coding::getCode);
    }
}
