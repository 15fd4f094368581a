package org.partnerhub.referral.person.match;

import java.util.List;
import org.partnerhub.contracts.identity.PersonId;

/**
 * A person who may be the one described.
 *
 * @param person who they are taken to be now, after merges
 * @param descriptions how agencies described them
 */
public record Candidate(PersonId person, List<Told> descriptions) {

    public Candidate {
        descriptions = List.copyOf(descriptions);
    }

    /**
     * One agency's description.
     *
     * @param linkedTo the person under whose id it was told, before any merge
     */
    public record Told(PersonId linkedTo, String by, Described described) {}
}
