package org.partnerhub.consent.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.sharing.Category;

/**
 * What the rules say.
 *
 * @param rules names of those that withheld something
 * @param reliance what it rests on, where something may go
 * @param missing what would help, where nothing may go
 */
public record Verdict(
        Outcome outcome,
        List<CategoryAnswer> categories,
        List<String> rules,
        Reliance reliance,
        @Nullable Missing missing) {

    public Verdict {
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
    }

    public Set<Category> permitted() {
        return categories.stream()
                .filter(CategoryAnswer::permitted)
                .map(CategoryAnswer::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Goes through the rules. */
    static Verdict of(Situation situation) {
        for (WholeRule rule : Rules.OF_THE_WHOLE) {
            if (rule.withholds().test(situation)) {
                return refusal(situation, rule);
            }
        }
        return ofEachCategory(situation);
    }

    private static Verdict refusal(Situation situation, WholeRule rule) {
        List<CategoryAnswer> withheld = sorted(situation).stream()
                .map(category -> new CategoryAnswer(category, false, List.of(rule.reason())))
                .toList();
        return new Verdict(Outcome.REFUSE, withheld, List.of(rule.name()), Reliance.NONE, rule.missing());
    }

    private static Verdict ofEachCategory(Situation situation) {
        List<CategoryAnswer> answers = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        List<Reliance> reliances = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Category category : sorted(situation)) {
            List<CategoryRule> withholding = Rules.OF_EACH_CATEGORY.stream()
                    .filter(rule -> rule.withholds().test(situation, category))
                    .toList();
            if (withholding.isEmpty()) {
                Reliance reliance = Reliance.of(situation, category);
                reliances.add(reliance);
                answers.add(reliance.permits(category));
            } else {
                withholding.forEach(rule -> names.add(rule.name()));
                withholding.stream().map(CategoryRule::missing).max(HARDEST).ifPresent(missing::add);
                answers.add(new CategoryAnswer(
                        category,
                        false,
                        withholding.stream().map(CategoryRule::reason).toList()));
            }
        }
        Outcome outcome = outcome(answers.size(), reliances.size());
        return new Verdict(
                outcome,
                answers,
                List.copyOf(names),
                outcome == Outcome.REFUSE ? Reliance.NONE : Reliance.together(reliances, situation),
                outcome == Outcome.REFUSE ? missing.stream().min(HARDEST).orElse(Missing.NOTHING) : null);
    }

    /** Where nothing was asked and the purpose carries nothing, there is nothing to withhold. */
    private static Outcome outcome(int asked, int permitted) {
        return permitted == asked ? Outcome.PERMIT : permitted == 0 ? Outcome.REFUSE : Outcome.PARTIAL;
    }

    /** A category needs the hardest thing that it lacks; the disclosure waits for the easiest that would let some of it go. */
    private static final Comparator<Missing> HARDEST = Comparator.comparing(it -> switch (it) {
        case CONSENT -> 0;
        case AGREEMENT -> 1;
        case RELEASE -> 2;
        case NOTHING -> 3;
    });

    private static List<Category> sorted(Situation situation) {
        return situation.request().categories().stream().sorted().toList();
    }
}
