package org.partnerhub.consent.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What a proposal to share without consent must be; nonsense is named field by field. */
public final class AuthorisingRules {

    private final Purposes purposes;
    private final KnownDirectory directory;

    public AuthorisingRules(Purposes purposes, KnownDirectory directory) {
        this.purposes = purposes;
        this.directory = directory;
    }

    /** The caller's role by which the purpose lets them authorise it; absent where it lets none of theirs. */
    public Optional<String> role(Purpose purpose, Set<String> roles) {
        return allowed(purpose).stream().filter(roles::contains).findFirst();
    }

    /** The roles that may authorise it. */
    public Set<String> allowed(Purpose purpose) {
        return purposes.find(purpose)
                .map(PurposePolicy::mayOverride)
                .map(TreeSet::new)
                .orElseGet(TreeSet::new);
    }

    /** What is wrong with the purpose; with any other proposal nobody needs to look at a role. */
    public List<Violation> purposeViolations(Purpose purpose) {
        Optional<PurposePolicy> policy = purposes.find(purpose);
        if (policy.isEmpty()) {
            return List.of(new Violation("/purpose", "The hub knows no such purpose; see policy/purposes.yml."));
        }
        return policy.get().restsOnConsent()
                ? List.of()
                : List.of(new Violation(
                        "/purpose", "This purpose needs no consent: what is shared for it needs no override either."));
    }

    /** Everything else that is wrong; nothing where it can be authorised. */
    public List<Violation> violations(Proposal proposal, ConsentsOfSubject consents) {
        List<Violation> found = new ArrayList<>(purposeViolations(proposal.purpose()));
        purposes.find(proposal.purpose()).ifPresent(purpose -> {
            recipients(proposal, purpose, found);
            categories(proposal, purpose, found);
        });
        if (consents.lastNo(proposal.purpose()).isPresent() && !proposal.despiteRefusal()) {
            found.add(
                    new Violation(
                            "/despiteRefusal",
                            "Somebody refused or withdrew for this purpose. Write true if it is to be shared all the same, and say why in the reason."));
        }
        return found;
    }

    private void recipients(Proposal proposal, PurposePolicy purpose, List<Violation> found) {
        for (RecipientId id : proposal.recipients()) {
            Optional<Recipient> recipient = directory.recipient(id);
            if (recipient.isEmpty()) {
                found.add(new Violation("/recipients", "The hub knows no recipient " + id + "."));
            } else if (!purpose.reaches(recipient.get().kind())) {
                found.add(new Violation("/recipients", "Leave out " + id + ": this purpose does not go there."));
            }
        }
    }

    private static void categories(Proposal proposal, PurposePolicy purpose, List<Violation> found) {
        for (Category category : proposal.categories()) {
            if (!purpose.carries().contains(category)) {
                found.add(new Violation(
                        "/categories", "Leave out " + category.code() + ": this purpose never carries it."));
            }
        }
    }
}
