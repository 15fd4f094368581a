package org.partnerhub.consent.release;

import java.time.Duration;
import java.util.Set;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What an officer wants to release about somebody. */
public record ProposedRelease(
        PersonFacts subject,
        Purpose purpose,
        RecipientId recipient,
        Set<Category> categories,
        Reason reason,
        Duration lasting) {

    public ProposedRelease {
        categories = Set.copyOf(categories);
    }

    @Override
    public String toString() {
        return "ProposedRelease[hidden]";
    }
}
