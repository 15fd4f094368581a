package org.partnerhub.referral.routing;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/** Where one ask goes. */
public sealed interface Route {

    /**
     * It goes to a recipient.
     *
     * @param pathway name of the row that decided
     * @param whyHere that row's sentence
     * @param doubt a sentence where the child's area is in doubt and the ask could not wait
     */
    record To(
            RecipientId recipient,
            String pathway,
            String whyHere,
            @Nullable String doubt) implements Route {}

    /**
     * No rule may decide it; a person does.
     *
     * @param missing a stable code of what has to be found out
     * @param ask what to ask, in a sentence
     */
    record ToAPerson(String missing, String ask) implements Route {}
}
