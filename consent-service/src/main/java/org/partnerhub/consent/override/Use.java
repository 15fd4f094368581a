package org.partnerhub.consent.override;

import java.time.Instant;
import java.util.Set;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;

/** Something that was permitted in reliance on an override. */
public record Use(DecisionId decision, RecipientId recipient, Set<Category> categories, Instant at) {

    public Use {
        categories = Set.copyOf(categories);
    }
}
