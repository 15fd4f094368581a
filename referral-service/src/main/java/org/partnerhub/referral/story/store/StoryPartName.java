package org.partnerhub.referral.story.store;

import java.util.Map;
import org.partnerhub.referral.story.StoryPart;

/** How each form of a story's part is named in the database and in answers. */
public final class StoryPartName {

    private static final Map<String, Class<? extends StoryPart>> TYPES = Map.ofEntries(
            Map.entry("statement", StoryPart.Statement.class),
            Map.entry("childs-words", StoryPart.ChildsWords.class),
            Map.entry("early-help-assessment", StoryPart.EarlyHelpAssessment.class),
            Map.entry("needs", StoryPart.Needs.class),
            Map.entry("strengths", StoryPart.Strengths.class),
            Map.entry("plan", StoryPart.Plan.class),
            Map.entry("progress", StoryPart.ProgressMeasured.class),
            Map.entry("team", StoryPart.Team.class),
            Map.entry("lead-professional", StoryPart.LeadProfessional.class),
            Map.entry("household", StoryPart.Household.class),
            Map.entry("retraction", StoryPart.Retraction.class));

    private StoryPartName() {}

    public static String of(StoryPart part) {
        return switch (part) {
            case StoryPart.Statement _ -> "statement";
            case StoryPart.ChildsWords _ -> "childs-words";
            case StoryPart.EarlyHelpAssessment _ -> "early-help-assessment";
            case StoryPart.Needs _ -> "needs";
            case StoryPart.Strengths _ -> "strengths";
            case StoryPart.Plan _ -> "plan";
            case StoryPart.ProgressMeasured _ -> "progress";
            case StoryPart.Team _ -> "team";
            case StoryPart.LeadProfessional _ -> "lead-professional";
            case StoryPart.Household _ -> "household";
            case StoryPart.Retraction _ -> "retraction";
        };
    }

    static Class<? extends StoryPart> type(String name) {
        Class<? extends StoryPart> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalStateException("The database holds a story part of an unknown form: " + name);
        }
        return type;
    }
}
