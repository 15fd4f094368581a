package org.partnerhub.referral.story.store;

import java.util.Map;
import org.partnerhub.referral.story.StoryPart;

/** How each form of a story's part is named in the database. */
final class StoryPartName {

    private static final Map<String, Class<? extends StoryPart>> TYPES = Map.of(
            "statement", StoryPart.Statement.class,
            "childs-words", StoryPart.ChildsWords.class,
            "early-help-assessment", StoryPart.EarlyHelpAssessment.class,
            "team", StoryPart.Team.class,
            "lead-professional", StoryPart.LeadProfessional.class,
            "household", StoryPart.Household.class);

    private StoryPartName() {}

    static String of(StoryPart part) {
        return switch (part) {
            case StoryPart.Statement _ -> "statement";
            case StoryPart.ChildsWords _ -> "childs-words";
            case StoryPart.EarlyHelpAssessment _ -> "early-help-assessment";
            case StoryPart.Team _ -> "team";
            case StoryPart.LeadProfessional _ -> "lead-professional";
            case StoryPart.Household _ -> "household";
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
