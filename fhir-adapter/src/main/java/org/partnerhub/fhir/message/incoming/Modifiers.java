package org.partnerhub.fhir.message.incoming;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * What turns the meaning of an element around may not be passed over: a message with something of the kind that the hub does not know is
 * refused. Source: FHIR R4, "Extensibility", modifier extensions; "Is Modifier" elements.
 */
final class Modifiers {

    private Modifiers() {}

    /**
     * Sees that there is none.
     *
     * @throws MessageRefused naming the element
     */
    static void refuse(Bundle bundle) {
        List<Resource> resources = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
        for (int i = 0; i < resources.size(); i++) {
            String at = "Bundle.entry[" + i + "].resource.";
            if (resources.get(i) instanceof DomainResource resource && resource.hasModifierExtension()) {
                throw MessageRefused.unprocessable(
                        at + "modifierExtension", "The hub knows no such modifier; say it without.");
            }
            if (resources.get(i) instanceof ServiceRequest request && request.getDoNotPerform()) {
                throw MessageRefused.unprocessable(
                        at + "doNotPerform", "The hub takes no requests that something be not done.");
            }
        }
    }
}
