package org.partnerhub.consent.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.Category;

/**
 * What the rules say.
 *
 * @param rules names of those that withheld something
 * @param consents relied on, where the ground is consent and something may go
 * @param missing what would help, where nothing may go
 */
public record Verdict(
        Outcome outcome,
        List<CategoryAnswer> categories,
        List<String> rules,
        List<ConsentId> consents,
        @Nullable Missing missing) {

    public Verdict {
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
        consents = List.copyOf(consents);
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
        return new Verdict(Outcome.REFUSE, withheld, List.of(rule.name()), List.of(), rule.missing());
    }

    private static Verdict ofEachCategory(Situation situation) {
        List<CategoryAnswer> answers = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Category category : sorted(situation)) {
            List<CategoryRule> withholding = Rules.OF_EACH_CATEGORY.stream()
                    .filter(rule -> rule.withholds().test(situation, category))
                    .toList();
            withholding.forEach(rule -> names.add(rule.name()));
            withholding.stream().map(CategoryRule::missing).max(HARDEST).ifPresent(missing::add);
            answers.add(new CategoryAnswer(
                    category,
                    withholding.isEmpty(),
                    withholding.stream().map(CategoryRule::reason).toList()));
        }
        long permitted = answers.stream().filter(CategoryAnswer::permitted).count();
        Outcome outcome =
                permitted == answers.size() ? Outcome.PERMIT : permitted == 0 ? Outcome.REFUSE : Outcome.PARTIAL;
        return new Verdict(
                outcome,
                answers,
                List.copyOf(names),
                consents(situation, answers),
                outcome == Outcome.REFUSE ? missing.stream().min(HARDEST).orElse(Missing.NOTHING) : null);
    }

    /** A category needs the hardest thing that it lacks; the disclosure waits for the easiest that would let some of it go. */
    private static final Comparator<Missing> HARDEST = Comparator.comparing(it -> switch (it) {
        case CONSENT -> 0;
        case AGREEMENT -> 1;
        case RELEASE -> 2;
        case NOTHING -> 3;
    });

    private static List<ConsentId> consents(Situation situation, List<CategoryAnswer> answers) {
        if (!situation.knownPurpose().restsOnConsent()) {
            return List.of();
        }
        return answers.stream()
                .filter(CategoryAnswer::permitted)
                .map(answer -> situation.consentFor(answer.category()))
                .flatMap(standing ->
                        standing instanceof Standing.Given given ? Stream.of(given.consent()) : Stream.empty())
                .distinct()
                .toList();
    }

    private static List<Category> sorted(Situation situation) {
        return situation.request().categories().stream().sorted().toList();
    }
}
