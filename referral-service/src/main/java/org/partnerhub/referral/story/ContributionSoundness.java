package org.partnerhub.referral.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.schema.Violation;

/** What a contribution must be beyond its schema to be taken. */
public final class ContributionSoundness {

    /** What to do where an assessment comes without the family's permission. */
    public static final String PERMISSION_NEEDED =
            "An Early Help Assessment is made only with the family's permission: say who gave it and when.";

    private ContributionSoundness() {}

    /**
     * What is wrong, with a pointer to each field; empty where it can be taken.
     *
     * @param today in England
     */
    public static List<Violation> violations(SentContribution sent, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        ToldStory story = sent.story();
        if (sent.isRetraction()) {
            retraction(sent, found);
        } else if (story == null) {
            found.add(new Violation("/story", "Write what you add to the story."));
        } else {
            told(story, today, found);
            if (sent.corrects() != null && partsOf(story) != 1) {
                found.add(new Violation("/story", "A correction holds exactly the one part that it puts right."));
            }
        }
        return found;
    }

    private static void retraction(SentContribution sent, List<Violation> found) {
        if (sent.corrects() == null) {
            found.add(new Violation("/corrects", "Write which of your contributions was entered in error."));
        }
        if (sent.story() != null) {
            found.add(new Violation(
                    "/story", "Leave it out where something was entered in error, or correct it instead."));
        }
    }

    /** What is wrong with a story, wherever it comes; pointers begin at {@code /story}. */
    public static void told(ToldStory story, LocalDate today, List<Violation> found) {
        if (story.lacksPermission()) {
            found.add(new Violation("/story/earlyHelpAssessment/permission", PERMISSION_NEEDED));
        }
        StoryPart.EarlyHelpAssessment assessment = story.earlyHelpAssessment();
        if (assessment != null && assessment.permission() != null) {
            past(
                    assessment.permission().obtainedOn(),
                    today,
                    "/story/earlyHelpAssessment/permission/obtainedOn",
                    found);
        }
        List<Measure> measures = story.progress() == null ? List.of() : story.progress();
        for (int i = 0; i < measures.size(); i++) {
            past(measures.get(i).takenOn(), today, "/story/progress/" + i + "/takenOn", found);
        }
        List<ToldStory.Relative> household = story.household() == null ? List.of() : story.household();
        for (int i = 0; i < household.size(); i++) {
            past(household.get(i).birthDate(), today, "/story/household/" + i + "/birthDate", found);
        }
    }

    private static void past(@Nullable LocalDate day, LocalDate today, String pointer, List<Violation> found) {
        if (day != null && day.isAfter(today)) {
            found.add(new Violation(pointer, "Write a day that is not in the future."));
        }
    }

    private static int partsOf(ToldStory story) {
        return one(story.earlyHelpAssessment())
                + one(story.voice())
                + (story.contributions() == null ? 0 : story.contributions().size())
                + one(story.needs())
                + one(story.strengths())
                + one(story.professionals())
                + one(story.household())
                + one(story.leadProfessional())
                + one(story.plan())
                + (story.progress() == null ? 0 : story.progress().size());
    }

    private static int one(@Nullable Object part) {
        return part == null ? 0 : 1;
    }
}
