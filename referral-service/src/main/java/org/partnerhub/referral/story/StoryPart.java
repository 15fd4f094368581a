package org.partnerhub.referral.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;

/** One piece of a story in the form in which it was told. */
public sealed interface StoryPart {

    /** The category under which it may be shared. */
    Category category();

    /** What a worker writes about the child under one category. */
    record Statement(Category category, String text) implements StoryPart {}

    /** The child's own words, kept apart from everybody else's. */
    record ChildsWords(String text) implements StoryPart {
        @Override
        public Category category() {
            return Category.VOICE;
        }
    }

    /** The four questions of an Early Help Assessment. */
    record EarlyHelpAssessment(
            @Nullable String goingWell,
            @Nullable String notGoingWell,
            @Nullable String needsToHappen,
            @Nullable String nextSteps)
            implements StoryPart {
        @Override
        public Category category() {
            return Category.PLAN;
        }
    }

    /** The Team around the Family. */
    record Team(List<Professional> professionals) implements StoryPart {
        public Team {
            professionals = List.copyOf(professionals);
        }

        @Override
        public Category category() {
            return Category.PLAN;
        }
    }

    record LeadProfessional(Professional professional) implements StoryPart {
        @Override
        public Category category() {
            return Category.PLAN;
        }
    }

    record Household(List<Relative> relatives) implements StoryPart {
        public Household {
            relatives = List.copyOf(relatives);
        }

        @Override
        public Category category() {
            return Category.FAMILY;
        }
    }

    record Professional(
            String name, @Nullable String role, @Nullable String organisation) {}

    record Relative(
            String name,
            @Nullable String relationship,
            @Nullable LocalDate birthDate) {}
}
