package org.partnerhub.notification.onboarding;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.RecipientId;

/** What a proposal must fulfil beyond its schema. */
public final class ProposalRules {

    private final boolean plainHttp;

    /**
     * The rules.
     *
     * @param plainHttp whether addresses without TLS will do, for a demonstration only
     */
    public ProposalRules(boolean plainHttp) {
        this.plainHttp = plainHttp;
    }

    /** What must be mended; empty when nothing. */
    public List<Violation> violations(Proposal proposal, Directory directory) {
        List<Violation> violations = new ArrayList<>();
        if (directory.partner(proposal.partner().id()).isPresent()) {
            violations.add(new Violation("/partner/id", "A partner has this id already; choose another."));
        }
        Set<RecipientId> seen = new HashSet<>();
        for (int i = 0; i < proposal.recipients().size(); i++) {
            Place place = proposal.recipients().get(i);
            String at = "/recipients/" + i;
            if (!seen.add(place.id()) || directory.recipient(place.id()).isPresent()) {
                violations.add(new Violation(
                        at + "/id", "A recipient has the id " + place.id() + " already; choose another."));
            }
            violations.addAll(ofAddress(place, at + "/url"));
        }
        return violations;
    }

    private List<Violation> ofAddress(Place place, String at) {
        URI url = place.url();
        if (url == null) {
            return place.needsUrl()
                    ? List.of(new Violation(at, "Write where the webhook or the FHIR server is reached."))
                    : List.of();
        }
        if (!place.needsUrl()) {
            return List.of(new Violation(at, "A mailbox or a recipient reached by hand has no address; leave it out."));
        }
        boolean fits = url.getHost() != null
                && url.getUserInfo() == null
                && url.getFragment() == null
                && (plainHttp || "https".equals(url.getScheme()));
        return fits
                ? List.of()
                : List.of(new Violation(at, "Write an https address with a host, without a user and without a #."));
    }
}
