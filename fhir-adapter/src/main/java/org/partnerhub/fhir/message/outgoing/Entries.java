package org.partnerhub.fhir.message.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The entries of one message. A resource's id comes from the delivery and its place, so that every attempt names it alike. */
final class Entries {

    private final UUID delivery;
    private final List<Resource> resources = new ArrayList<>();

    Entries(UUID delivery) {
        this.delivery = delivery;
    }

    /** Adds a resource under its place, such as {@code patient} or {@code observation 3}, and answers a reference to it. */
    Reference add(String place, Resource resource, String... profiles) {
        resource.setId(id(place).toString());
        for (String profile : profiles) {
            resource.getMeta().addProfile(profile);
        }
        resources.add(resource);
        return reference(place);
    }

    Reference reference(String place) {
        return new Reference("urn:uuid:" + id(place));
    }

    void into(Bundle bundle) {
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + resource.getIdElement().getIdPart())
                    .setResource(resource);
        }
    }

    private UUID id(String place) {
        return UUID.nameUUIDFromBytes((delivery + " " + place).getBytes(StandardCharsets.UTF_8));
    }
}
