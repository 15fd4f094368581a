package org.partnerhub.referral.routing;

import org.partnerhub.contracts.sharing.RecipientId;

/** Where one ask goes. */
public sealed interface Route {

    /**
     * It goes to a recipient.
     *
     * @param pathway name of the row that decided
     * @param whyHere that row's sentence
     */
    record To(RecipientId recipient, String pathway, String whyHere) implements Route {}

    /**
     * No rule may decide it; a person does.
     *
     * @param missing a stable code of what has to be found out
     * @param ask what to ask, in a sentence
     */
    record ToAPerson(String missing, String ask) implements Route {}
}
