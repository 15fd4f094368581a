package org.partnerhub.fhir.message.incoming;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.message.Hub;

/**
 * What a referral or an addition holds that the hub has no place for. It is not passed on, because nobody has said which category it belongs
 * to and who may see it; the sender hears so by path, without values, and can say it in words.
 */
final class NotCarried {

    /** Elements that are read, or that say nothing beyond the message itself. */
    private static final Map<String, Set<String>> READ = Map.of(
            "ServiceRequest",
            Set.of(
                    "identifier",
                    "status",
                    "intent",
                    "category",
                    "priority",
                    "code",
                    "orderDetail",
                    "subject",
                    "authoredOn",
                    "requester",
                    "performer",
                    "reasonCode",
                    "supportingInfo",
                    "note"),
            "Patient",
            Set.of("identifier", "active", "name", "birthDate", "address", "telecom", "extension"),
            "Observation",
            Set.of("status", "code", "subject", "value[x]", "effective[x]", "performer"),
            "RelatedPerson",
            Set.of("active", "patient", "relationship", "name", "birthDate"),
            "Flag",
            Set.of("status", "category", "code", "subject", "period"));

    /** Who sends and for which service: the hub knows both from the token and the target, and believes nothing else about them. */
    private static final Set<String> KNOWN_OTHERWISE =
            Set.of("MessageHeader", "Organization", "HealthcareService", "Endpoint");

    private static final Set<String> OF_EVERY_RESOURCE =
            Set.of("id", "meta", "implicitRules", "language", "text", "contained");

    private static final int MOST_PATHS = 40;

    private NotCarried() {}

    /** A sentence for the sender, where there is any such thing. */
    static Optional<String> of(Bundle message) {
        Set<String> paths = new LinkedHashSet<>();
        message.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(it -> it != null && !KNOWN_OTHERWISE.contains(it.fhirType()))
                .forEach(it -> add(it, paths));
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of("Not passed on, because the hub has no place for it: "
                        + String.join(", ", paths.stream().limit(MOST_PATHS).toList()) + ".");
    }

    private static void add(Resource resource, Set<String> paths) {
        String type = resource.fhirType();
        Set<String> read = READ.get(type);
        if (read == null || (resource instanceof Observation said && !isStatement(said))) {
            paths.add(type);
            return;
        }
        for (Property element : resource.children()) {
            if (element.getValues().stream().anyMatch(NotCarried::says)
                    && !read.contains(element.getName())
                    && !OF_EVERY_RESOURCE.contains(element.getName())) {
                paths.add(type + "." + element.getName());
            }
        }
    }

    private static boolean says(Base value) {
        return !value.isEmpty();
    }

    private static boolean isStatement(Observation said) {
        return said.getValue() instanceof StringType
                && Codes.of(List.of(said.getCode()), Hub.CATEGORY).findAny().isPresent();
    }
}
