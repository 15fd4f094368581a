package org.partnerhub.fhir.message.outgoing;

import org.hl7.fhir.r4.model.Organization;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/** The two ends of a message, and a child's school, as Organizations. */
final class OrganizationMapping {

    private static final String HUB_NAME = "Partner Hub, Cambridgeshire and Peterborough";

    private OrganizationMapping() {}

    /** The hub sends on its partners' behalf; which partner referred is not part of every permit. */
    static Organization hub() {
        Organization hub = new Organization();
        hub.addIdentifier().setSystem(Hub.PARTNER).setValue("partner-hub");
        return hub.setName(HUB_NAME);
    }

    static Organization recipient(RecipientId recipient) {
        Organization organization = new Organization();
        organization.addIdentifier().setSystem(Hub.RECIPIENT).setValue(recipient.value());
        return organization.setName(recipient.value());
    }

    static Organization school(String urn) {
        Organization school = new Organization();
        school.addIdentifier().setSystem(Bars.SCHOOL_URN).setValue(urn);
        return school.setName("School attended");
    }
}
