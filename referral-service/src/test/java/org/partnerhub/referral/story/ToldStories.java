package org.partnerhub.referral.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.story.StoryPart.Action;
import org.partnerhub.referral.story.StoryPart.EarlyHelpAssessment;
import org.partnerhub.referral.story.StoryPart.Need;
import org.partnerhub.referral.story.StoryPart.Permission;
import org.partnerhub.referral.story.StoryPart.Professional;

/** Stories of invented families. */
public final class ToldStories {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    /** One of everything that can be told, and two statements. */
    public static final ToldStory WHOLE = new ToldStory(
            assessment(new Permission("parental-responsibility", DAY)),
            "Not all at once.",
            List.of(
                    new ToldStory.Told(Category.EDUCATION, "Attendance 41 per cent.", DAY),
                    new ToldStory.Told(Category.POLICE, "Officers came in March.", null)),
            List.of(new Need(Theme.EDUCATION, "A way back into lessons.")),
            List.of("Draws every day."),
            List.of(new Professional("An invented nurse", "school nurse", "Fenland Academy")),
            List.of(new ToldStory.Relative("An invented grandmother", "grandmother", null, null)),
            new ToldStory.Lead("An invented head of year", "head of year", "Fenland Academy", null),
            List.of(new Action("Meets a tutor", "registers", "the tutor", Theme.EDUCATION, LocalDate.of(2027, 1, 15))),
            List.of(new Measure.Map(DAY, List.of(new Measure.GoalReading("Five mornings", 4)))));

    private ToldStories() {}

    public static ToldStory of(EarlyHelpAssessment assessment) {
        return new ToldStory(assessment, null, null, null, null, null, null, null, null, null);
    }

    public static ToldStory voice(String words) {
        return new ToldStory(null, words, null, null, null, null, null, null, null, null);
    }

    public static EarlyHelpAssessment assessment(@Nullable Permission permission) {
        return new EarlyHelpAssessment("draws", "misses school", "somebody to talk to", "a meeting", permission);
    }
}
