package org.partnerhub.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.referral.SentReferral.ToldStory;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.StoryPart;

/** Who tells a story's parts, when and with which referral. */
public record Telling(ReferralId referral, PartnerId by, Instant at) {

    /** The parts that a referral adds to the story, each with its author and time. */
    public List<Contribution> contributions(@Nullable ToldStory story) {
        List<Contribution> parts = new ArrayList<>();
        if (story == null) {
            return parts;
        }
        if (story.earlyHelpAssessment() != null) {
            parts.add(contribution(story.earlyHelpAssessment(), null));
        }
        if (story.voice() != null) {
            parts.add(contribution(new StoryPart.ChildsWords(story.voice()), null));
        }
        for (SentReferral.Told told : orNone(story.contributions())) {
            parts.add(contribution(new StoryPart.Statement(told.category(), told.text()), told.occurredOn()));
        }
        if (!orNone(story.professionals()).isEmpty()) {
            parts.add(contribution(new StoryPart.Team(orNone(story.professionals())), null));
        }
        if (story.leadProfessional() != null) {
            parts.add(contribution(new StoryPart.LeadProfessional(story.leadProfessional()), null));
        }
        if (!orNone(story.household()).isEmpty()) {
            parts.add(contribution(new StoryPart.Household(orNone(story.household())), null));
        }
        return parts;
    }

    private Contribution contribution(StoryPart part, @Nullable LocalDate occurredOn) {
        return new Contribution(UUID.randomUUID(), part, occurredOn, by, at, referral);
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
