package org.partnerhub.referral.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.story.StoryPart.Action;
import org.partnerhub.referral.story.StoryPart.EarlyHelpAssessment;
import org.partnerhub.referral.story.StoryPart.LeadProfessional;
import org.partnerhub.referral.story.StoryPart.Need;
import org.partnerhub.referral.story.StoryPart.Permission;
import org.partnerhub.referral.story.StoryPart.Professional;

/** What somebody tells of a child and family, as they wrote it; {@code story} in the schemas. */
public record ToldStory(
        @Nullable EarlyHelpAssessment earlyHelpAssessment,
        @Nullable String voice,
        @Nullable List<Told> contributions,
        @Nullable List<Need> needs,
        @Nullable List<String> strengths,
        @Nullable List<Professional> professionals,
        @Nullable List<Relative> household,
        @Nullable Lead leadProfessional,
        @Nullable List<Action> plan,
        @Nullable List<Measure> progress) {

    /** What somebody writes about the child under one category. */
    public record Told(
            Category category, String text, @Nullable LocalDate occurredOn) {}

    /**
     * Somebody in the household as the teller names them.
     *
     * @param nhsNumber where the teller knows it: it makes sure that a brother or sister is the same child everywhere
     */
    public record Relative(
            String name,
            @Nullable String relationship,
            @Nullable LocalDate birthDate,
            @Nullable NhsNumber nhsNumber) {

        @Override
        public String toString() {
            return "Relative[hidden]";
        }
    }

    /**
     * The lead professional as the teller names them.
     *
     * @param takesOverFrom the contribution that named the one before, in a hand-over
     */
    public record Lead(
            String name, @Nullable String role, @Nullable String organisation, java.util.@Nullable UUID takesOverFrom) {

        LeadProfessional part() {
            return new LeadProfessional(new Professional(name, role, organisation), takesOverFrom);
        }
    }

    /** Whether there is an assessment without a word on the family's permission. */
    public boolean lacksPermission() {
        return earlyHelpAssessment != null && earlyHelpAssessment.permission() == null;
    }

    /** The same with the permission that a consent beside it gives, where the assessment itself names none. */
    public ToldStory permittedBy(Permission permission) {
        EarlyHelpAssessment told = earlyHelpAssessment;
        if (told == null || told.permission() != null) {
            return this;
        }
        EarlyHelpAssessment permitted = new EarlyHelpAssessment(
                told.goingWell(), told.notGoingWell(), told.needsToHappen(), told.nextSteps(), permission);
        return new ToldStory(
                permitted,
                voice,
                contributions,
                needs,
                strengths,
                professionals,
                household,
                leadProfessional,
                plan,
                progress);
    }

    @Override
    public String toString() {
        return "ToldStory[hidden]";
    }
}
