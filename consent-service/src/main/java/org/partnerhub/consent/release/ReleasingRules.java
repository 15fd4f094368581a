package org.partnerhub.consent.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;

/** What a release must be; nonsense is named field by field. */
public final class ReleasingRules {

    private final Purposes purposes;
    private final KnownDirectory directory;

    public ReleasingRules(Purposes purposes, KnownDirectory directory) {
        this.purposes = purposes;
        this.directory = directory;
    }

    /** Everything that is wrong; nothing where it can be released. */
    public List<Violation> violations(ProposedRelease proposed) {
        List<Violation> found = new ArrayList<>();
        if (!proposed.subject().protectedWhereabouts()) {
            found.add(new Violation(
                    "/person", "This person's whereabouts are not protected: there is nothing to release."));
        }
        Optional<PurposePolicy> purpose = purposes.find(proposed.purpose());
        if (purpose.isEmpty()) {
            found.add(new Violation("/purpose", "The hub knows no such purpose; see policy/purposes.yml."));
        } else {
            recipient(proposed, purpose.get(), found);
            categories(proposed, purpose.get(), found);
        }
        return found;
    }

    private void recipient(ProposedRelease proposed, PurposePolicy purpose, List<Violation> found) {
        Optional<Recipient> recipient = directory.recipient(proposed.recipient());
        if (recipient.isEmpty()) {
            found.add(new Violation("/recipient", "The hub knows no such recipient."));
        } else if (!purpose.reaches(recipient.get().kind())) {
            found.add(new Violation("/recipient", "This purpose does not go there."));
        }
    }

    private static void categories(ProposedRelease proposed, PurposePolicy purpose, List<Violation> found) {
        for (Category category : proposed.categories()) {
            if (!purpose.carries().contains(category) || !ProtectedInformation.mayBeReleased(category, purpose)) {
                found.add(new Violation(
                        "/categories",
                        "Leave out " + category.code()
                                + ": nobody can release it for this purpose, or nobody needs to."));
            }
        }
    }
}
