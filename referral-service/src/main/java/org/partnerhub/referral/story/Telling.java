package org.partnerhub.referral.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * Who tells a story's parts, when and with which referral.
 *
 * @param referral absent where the story was added to by itself
 */
public record Telling(@Nullable ReferralId referral, PartnerId by, Instant at) {

    /**
     * The parts that are added to the story, each with its author and time. Not the household: its members have to be found among the
     * people that the hub knows first.
     */
    public List<Contribution> contributions(@Nullable ToldStory story) {
        List<Contribution> parts = new ArrayList<>();
        if (story == null) {
            return parts;
        }
        if (story.earlyHelpAssessment() != null) {
            parts.add(contribution(story.earlyHelpAssessment()));
        }
        if (story.voice() != null) {
            parts.add(contribution(new StoryPart.ChildsWords(story.voice())));
        }
        for (ToldStory.Told told : orNone(story.contributions())) {
            parts.add(contribution(new StoryPart.Statement(told.category(), told.text()), told.occurredOn(), null));
        }
        if (!orNone(story.needs()).isEmpty()) {
            parts.add(contribution(new StoryPart.Needs(orNone(story.needs()))));
        }
        if (!orNone(story.strengths()).isEmpty()) {
            parts.add(contribution(new StoryPart.Strengths(orNone(story.strengths()))));
        }
        if (!orNone(story.professionals()).isEmpty()) {
            parts.add(contribution(new StoryPart.Team(orNone(story.professionals()))));
        }
        if (story.leadProfessional() != null) {
            parts.add(contribution(story.leadProfessional().part()));
        }
        if (!orNone(story.plan()).isEmpty()) {
            parts.add(contribution(new StoryPart.Plan(orNone(story.plan()))));
        }
        for (Measure measure : orNone(story.progress())) {
            parts.add(contribution(new StoryPart.ProgressMeasured(measure)));
        }
        return parts;
    }

    /** A part that this teller adds now. */
    public Contribution contribution(StoryPart part) {
        return contribution(part, null, null);
    }

    /** A part that stands in the place of an earlier one of the same teller. */
    public Contribution correction(UUID corrects, StoryPart part) {
        return contribution(part, null, corrects);
    }

    private Contribution contribution(StoryPart part, @Nullable LocalDate occurredOn, @Nullable UUID corrects) {
        return new Contribution(UUID.randomUUID(), part, occurredOn, by, at, referral, corrects);
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
