package org.partnerhub.referral.story.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.story.Addition;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.store.StoryPartName;

/** What was added to a story: ids and codes, by which its author can correct it. */
record ContributionTaken(PersonId person, List<Part> contributions, Map<String, String> links) {

    record Part(UUID id, String form, Category category) {
        static Part of(Contribution told) {
            return new Part(
                    told.id(), StoryPartName.of(told.part()), told.part().category());
        }
    }

    static ContributionTaken of(Addition.Added added) {
        return new ContributionTaken(
                added.person(),
                added.contributions().stream().map(Part::of).toList(),
                Map.of("story", "/people/" + added.person() + "/story"));
    }
}
