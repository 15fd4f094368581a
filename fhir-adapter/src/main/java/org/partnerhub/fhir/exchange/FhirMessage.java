package org.partnerhub.fhir.exchange;

import java.net.URI;
import java.util.Set;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What notification-service asks to have sent.
 *
 * @param endpoint base of the recipient's FHIR server; the operation's name is added to it
 */
public record FhirMessage(RecipientId recipient, URI endpoint, Disclosure disclosure) {

    /**
     * Whether the permit is for this very message.
     *
     * @throws PermitRefused where it is for another delivery, recipient, person or purpose, or the message holds a category that
     *     the permit does not
     */
    public void mustBeCoveredBy(Permit permit) throws PermitRefused {
        if (!permit.recipient().equals(recipient) || !disclosure.recipient().equals(recipient)) {
            throw new PermitRefused("The permit is for another recipient.");
        }
        if (!permit.delivery().equals(disclosure.delivery())) {
            throw new PermitRefused("The permit is for another delivery.");
        }
        if (!permit.subject().equals(disclosure.subject())) {
            throw new PermitRefused("The permit is about another person.");
        }
        if (!permit.purpose().equals(disclosure.purpose()) || !permit.decision().equals(disclosure.decision())) {
            throw new PermitRefused("The permit is for another purpose or decision.");
        }
        Set<Category> held = disclosure.content().keySet();
        if (!permit.categories().containsAll(held)) {
            throw new PermitRefused("The message holds a category that the permit does not.");
        }
    }

    @Override
    public String toString() {
        return "FhirMessage[" + recipient + ", " + disclosure + "]";
    }
}
