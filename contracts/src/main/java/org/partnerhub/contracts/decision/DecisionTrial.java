package org.partnerhub.contracts.decision;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What would be decided now? Nothing is decided, logged or permitted.
 *
 * @param subject absent where the hub knows nobody who is surely meant: then there is no consent either
 * @param birthDate of somebody whom the hub does not know, where it was given
 */
public record DecisionTrial(
        @Nullable PersonId subject,
        @Nullable LocalDate birthDate,
        RecipientId recipient,
        Purpose purpose,
        Set<Category> categories) {

    public DecisionTrial {
        categories = Set.copyOf(categories);
    }
}
