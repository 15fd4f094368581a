package org.partnerhub.referral.person;

import java.util.List;
import org.partnerhub.contracts.identity.PersonId;

/** Some ids stand for another person than before: what is under way about them has to be decided afresh. */
public record PeopleMoved(List<PersonId> ids) {
    public PeopleMoved {
        ids = List.copyOf(ids);
    }
}
