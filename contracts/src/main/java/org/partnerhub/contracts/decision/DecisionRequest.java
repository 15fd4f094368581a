package org.partnerhub.contracts.decision;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * May these categories about this person go to this recipient for this purpose?
 *
 * @param delivery the delivery, or for a pulled answer the id of that answer; one id on every attempt
 * @param attempt counts from 1; a permit is good for one attempt
 * @param audience the services that will verify the permit, such as {@code referral-service}
 * @param source what the disclosure is about, for the log: kind and id of a referral, stay or consent; no personal data
 * @param requester the partner that asked, where one asked; absent where the hub pushes
 */
public record DecisionRequest(
        PersonId subject,
        RecipientId recipient,
        Purpose purpose,
        Set<Category> categories,
        UUID delivery,
        int attempt,
        Set<String> audience,
        String source,
        @Nullable String requester) {

    public DecisionRequest {
        categories = Set.copyOf(categories);
        audience = Set.copyOf(audience);
    }
}
