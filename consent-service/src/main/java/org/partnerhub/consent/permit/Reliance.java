package org.partnerhub.consent.permit;

import java.util.Set;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** A permit that was given in reliance on a consent, and that let something leave or still may. */
public record Reliance(DecisionId decision, RecipientId recipient, Purpose purpose, Set<Category> categories) {

    public Reliance {
        categories = Set.copyOf(categories);
    }
}
