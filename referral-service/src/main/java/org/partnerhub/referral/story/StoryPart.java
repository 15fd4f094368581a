package org.partnerhub.referral.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;

/** One piece of a story in the form in which it was told. */
public sealed interface StoryPart {

    /** The category under which it may be shared. */
    Category category();

    /** What belongs to the plan that family and professionals work to. */
    sealed interface OfThePlan extends StoryPart {
        @Override
        default Category category() {
            return Category.PLAN;
        }
    }

    /** What a worker writes about the child under one category. */
    record Statement(Category category, String text) implements StoryPart {}

    /** The child's own words, kept apart from everybody else's. */
    record ChildsWords(String text) implements StoryPart {
        @Override
        public Category category() {
            return Category.VOICE;
        }
    }

    /**
     * The four questions of an Early Help Assessment.
     *
     * @param permission of the family, without which none is made; absent in those from before it was asked for
     */
    record EarlyHelpAssessment(
            @Nullable String goingWell,
            @Nullable String notGoingWell,
            @Nullable String needsToHappen,
            @Nullable String nextSteps,
            @Nullable Permission permission)
            implements OfThePlan {}

    /** Needs, each under one of the themes that every assessment is screened for. */
    record Needs(List<Need> needs) implements OfThePlan {
        public Needs {
            needs = List.copyOf(needs);
        }
    }

    record Strengths(List<String> strengths) implements OfThePlan {
        public Strengths {
            strengths = List.copyOf(strengths);
        }
    }

    record Plan(List<Action> actions) implements OfThePlan {
        public Plan {
            actions = List.copyOf(actions);
        }
    }

    record ProgressMeasured(Measure measure) implements OfThePlan {}

    /** The Team around the Family. */
    record Team(List<Professional> professionals) implements OfThePlan {
        public Team {
            professionals = List.copyOf(professionals);
        }
    }

    /**
     * Somebody is named lead professional.
     *
     * @param takesOverFrom the contribution by which the one before was named; absent for the first
     */
    record LeadProfessional(
            Professional professional, @Nullable UUID takesOverFrom) implements OfThePlan {}

    /** Who lives with the child: links alone, for what is known of them is held and decided under them. */
    record Household(List<Member> members) implements StoryPart {
        public Household {
            members = List.copyOf(members);
        }

        @Override
        public Category category() {
            return Category.FAMILY;
        }
    }

    /** Takes a part of a category back as entered in error, and puts nothing in its place. */
    record Retraction(Category category) implements StoryPart {}

    record Professional(
            String name, @Nullable String role, @Nullable String organisation) {}

    /** Somebody in the household, by the hub's id of them. */
    record Member(PersonId person, @Nullable String relationship) {}

    record Need(Theme theme, String text) {}

    /**
     * A SMART action.
     *
     * @param what the specific thing to be done
     * @param measuredBy how it will be known that it is done
     * @param who has agreed to do it and can: that makes it achievable
     * @param towards the theme whose need it serves: that makes it relevant
     * @param dueOn the day by which
     */
    record Action(
            String what,
            String measuredBy,
            String who,
            @Nullable Theme towards,
            LocalDate dueOn) {}

    /**
     * The family's permission for an assessment.
     *
     * @param capacity in what capacity somebody gave it, such as {@code parental-responsibility}
     */
    record Permission(String capacity, LocalDate obtainedOn) {}
}
