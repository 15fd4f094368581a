package org.partnerhub.referral.release;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.Measure;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;

/** What the category plan holds of a story, each piece with its author and time. */
record PlanTold(Story story, List<Content.Attached> attachments) {

    Optional<Content.Plan> content() {
        if (story.told(StoryPart.OfThePlan.class).findAny().isEmpty() && attachments.isEmpty()) {
            return Optional.empty();
        }
        List<Content.Told<StoryPart.EarlyHelpAssessment>> assessments =
                each(StoryPart.EarlyHelpAssessment.class, Stream::of);
        Contribution leads = story.leadProfessional().orElse(null);
        return Optional.of(new Content.Plan(
                assessments.isEmpty() ? null : assessments.getLast().told(),
                assessments,
                each(StoryPart.Needs.class, it -> it.needs().stream()),
                each(StoryPart.Strengths.class, it -> it.strengths().stream()),
                each(StoryPart.Plan.class, it -> it.actions().stream()),
                this.<StoryPart.ProgressMeasured, Measure>each(
                        StoryPart.ProgressMeasured.class, it -> Stream.of(it.measure())),
                each(StoryPart.Team.class, it -> it.professionals().stream()).stream()
                        .map(Content.Told::told)
                        .distinct()
                        .toList(),
                professional(leads),
                leads == null ? null : leads.id(),
                attachments));
    }

    private static StoryPart.@Nullable Professional professional(@Nullable Contribution leads) {
        return leads != null && leads.part() instanceof StoryPart.LeadProfessional named ? named.professional() : null;
    }

    private <P extends StoryPart, T> List<Content.Told<T>> each(Class<P> form, Function<P, Stream<T>> pieces) {
        return story.told(form)
                .flatMap(told -> pieces.apply(form.cast(told.part()))
                        .map(piece -> new Content.Told<>(piece, told.by(), told.at())))
                .toList();
    }
}
