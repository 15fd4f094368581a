package org.partnerhub.fhir.consent.incoming;

import java.util.List;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Element;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * What the hub's consents cannot say. An element that is left out would widen or narrow what was agreed, so a Consent with any of these
 * is refused whole, naming the element.
 */
final class Unexpressed {

    private Unexpressed() {}

    /** Elements that mean something on every level and that the hub has nothing for on any. */
    static void refuse(ProvisionComponent provision, String at) {
        refuse(provision.hasDataPeriod(), at + ".dataPeriod", "The hub does not tell information apart by its age.");
        refuse(provision.hasData(), at + ".data", "The hub does not tell single records apart.");
        refuse(provision.hasCode(), at + ".code", "Name categories of information in class.");
        refuse(
                provision.hasSecurityLabel(),
                at + ".securityLabel",
                "Name categories of information in class: the hub's have no security labels.");
        refuse(
                provision.hasAction()
                        && provision.getAction().stream()
                                .noneMatch(it -> it.getCoding().stream()
                                        .anyMatch(coding -> "disclose".equals(coding.getCode()))),
                at + ".action",
                "The hub only discloses.");
        modifiers(provision, at);
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
