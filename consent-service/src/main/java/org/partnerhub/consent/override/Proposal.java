package org.partnerhub.consent.override;

import java.time.Duration;
import java.util.Set;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What an officer wants to have shared without consent. */
public record Proposal(
        PersonId subject,
        OverrideGround ground,
        Purpose purpose,
        Set<RecipientId> recipients,
        Set<Category> categories,
        Reason reason,
        Duration lasting,
        boolean despiteRefusal) {

    public Proposal {
        recipients = Set.copyOf(recipients);
        categories = Set.copyOf(categories);
    }

    /** Whether that is what this asks for; its words alone lie elsewhere. */
    public boolean isAuthorisedBy(OverrideRecord override) {
        return override.subject().equals(subject)
                && override.ground() == ground
                && override.purpose().equals(purpose)
                && override.recipients().equals(recipients)
                && override.categories().equals(categories)
                && override.despiteRefusal() == despiteRefusal
                && Duration.between(override.authorisedAt(), override.endsAt()).equals(lasting);
    }

    @Override
    public String toString() {
        return "Proposal[hidden]";
    }
}
