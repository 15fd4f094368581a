package org.partnerhub.fhir.consent.incoming;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Element;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * What the hub's consents cannot say. An element that is left out would widen or narrow what was agreed, so a Consent with any of these
 * is refused whole, naming the element.
 */
final class Unexpressed {

    private static final String ACTIONS = "http://terminology.hl7.org/CodeSystem/consentaction";
    private static final String PARTICIPATIONS = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String RECIPIENT = "IRCP";

    private Unexpressed() {}

    /** Elements that mean something on every level and that the hub has nothing for on any. */
    static void refuse(ProvisionComponent provision, String at) {
        refuse(provision.hasDataPeriod(), at + ".dataPeriod", "The hub does not tell information apart by its age.");
        refuse(provision.hasData(), at + ".data", "The hub does not tell single records apart.");
        refuse(provision.hasCode(), at + ".code", "Name categories of information in class.");
        actions(provision, at);
        roles(provision, at);
        modifiers(provision, at);
    }

    /** An action beside disclosing would be agreed to and never done, or forbidden and not kept. */
    private static void actions(ProvisionComponent provision, String at) {
        for (int i = 0; i < provision.getAction().size(); i++) {
            CodeableConcept action = provision.getAction().get(i);
            refuse(
                    action.getCoding().size() != 1 || !action.hasCoding(ACTIONS, "disclose"),
                    at + ".action[" + i + "]",
                    "The hub only discloses: use the code disclose of " + ACTIONS + ".");
        }
    }

    /** Only whoever receives: somebody in another role, such as an author or a delegator, may not be taken for a recipient. */
    private static void roles(ProvisionComponent provision, String at) {
        for (int i = 0; i < provision.getActor().size(); i++) {
            CodeableConcept role = provision.getActor().get(i).getRole();
            refuse(
                    role.getCoding().size() != 1 || !role.hasCoding(PARTICIPATIONS, RECIPIENT),
                    at + ".actor[" + i + "].role",
                    "Name recipients only: use the code " + RECIPIENT + " of " + PARTICIPATIONS + ".");
        }
    }

    /** An unknown modifier may turn what an element says into its opposite. */
    private static void modifiers(ProvisionComponent provision, String at) {
        refuse(provision.hasModifierExtension(), at + ".modifierExtension", "The hub knows no such modifier.");
        List<provisionActorComponent> actors = provision.getActor();
        for (int i = 0; i < actors.size(); i++) {
            refuse(
                    actors.get(i).hasModifierExtension(),
                    at + ".actor[" + i + "].modifierExtension",
                    "The hub knows no such modifier.");
        }
        refuseExtensions(provision, at);
    }

    private static void refuseExtensions(Element element, String at) {
        refuse(element.hasExtension(), at + ".extension", "The hub knows no such extension of a provision.");
    }

    static void refuse(boolean present, String element, String what) {
        if (present) {
            throw MessageRefused.unprocessable(element, what);
        }
    }
}
