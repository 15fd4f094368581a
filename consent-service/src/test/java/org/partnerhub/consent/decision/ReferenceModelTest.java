package org.partnerhub.consent.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.decision.reference.Case;
import org.partnerhub.consent.decision.reference.Cases;
import org.partnerhub.consent.decision.reference.Expected;
import org.partnerhub.consent.decision.reference.ReferenceModel;
import org.partnerhub.consent.override.OverridesOfSubject;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.consent.release.ReleasesOfSubject;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** The rules and a model that was written from the domain's notes without them say the same, case by case. */
@Tag("proof-decisions")
class ReferenceModelTest {

    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));
    private static final int CASES = FULL ? 1_000_000 : 100_000;
    private static final long SEED = Long.getLong("hub.proof.seed", 20261125L);
    private static final PersonId CHILD = PersonId.of(new UUID(1, 1).toString());

    private final Map<String, Integer> decidedAlone = new TreeMap<>();
    private final Map<Outcome, Integer> outcomes = new HashMap<>();

    @Test
    void rulesAndReferenceModelAgreeAndEachRuleDecidesSomeCaseAlone() {
        List<PurposePolicy> written =
                Purposes.of(PolicyFile.read("purposes", null)).all();
        Cases cases = new Cases(SEED, written);
        for (int i = 0; i < CASES; i++) {
            compare(cases.next(), i);
        }

        assertThat(decidedAlone.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Rules.OF_THE_WHOLE.stream().map(WholeRule::name),
                                Rules.OF_EACH_CATEGORY.stream().map(CategoryRule::name))
                        .toList());
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        System.out.printf(
                "proof decisions: %,d generated cases (seed %d), rules and reference model agree in all: %s; each of %d rules decided alone, the rarest %,d times%n",
                CASES,
                SEED,
                new TreeMap<>(outcomes),
                decidedAlone.size(),
                decidedAlone.values().stream().mapToInt(it -> it).min().orElse(0));
    }

    private void compare(Case it, int number) {
        Verdict verdict = verdict(it);
        outcomes.merge(verdict.outcome(), 1, Integer::sum);
        if (it.categories().isEmpty()) {
            Set<String> against = ReferenceModel.aboutTheWhole(it);
            check(Set.copyOf(verdict.rules()).equals(against), it, number, verdict, against);
            verdict.rules().forEach(rule -> decidedAlone.merge(rule, 1, Integer::sum));
        }
        for (CategoryAnswer answer : verdict.categories()) {
            Expected expected = ReferenceModel.of(it, answer.category());
            check(says(answer).equals(expected), it, number, answer, expected);
            if (answer.reasons().size() == 1) {
                decidedAlone.merge(answer.reasons().getFirst().rule(), 1, Integer::sum);
            }
        }
        if (verdict.outcome() == Outcome.REFUSE) {
            String missing = String.valueOf(verdict.missing());
            check(missing.equals(ReferenceModel.missing(it)), it, number, missing, ReferenceModel.missing(it));
        }
    }

    private static Expected says(CategoryAnswer answer) {
        return new Expected(
                answer.reasons().stream()
                        .map(CategoryAnswer.Reason::rule)
                        .collect(Collectors.toCollection(TreeSet::new)),
                answer.reliedOn().stream()
                        .filter(it -> it.startsWith("consent/") || it.startsWith("override/"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Described only where it fails: a description of every case would take longer than the proof. */
    private static void check(boolean agrees, Case it, int number, Object rules, Object model) {
        if (!agrees) {
            assertThat(rules)
                    .as("case %d of seed %d: %s", number, SEED, described(it))
                    .isEqualTo(model);
        }
    }

    private static String described(Case it) {
        return it + " "
                + it.consents().stream()
                        .map(each -> each.id() + "=" + each.terms() + each.withdrawnAt())
                        .toList();
    }

    private static Verdict verdict(Case it) {
        DecisionRequest request = new DecisionRequest(
                CHILD,
                it.recipient() == null
                        ? new RecipientId("nobody")
                        : it.recipient().id(),
                it.purpose() == null ? new Purpose("unwritten") : it.purpose().id(),
                it.categories(),
                new UUID(2, 2),
                1,
                Set.of("referral-service"),
                "referral/" + new UUID(3, 3),
                requester(it.requester()));
        return new Question(request, it.purpose(), it.recipient())
                .decide(new Evidence(
                        it.agreements(),
                        new ConsentsOfSubject(it.consents()),
                        new OverridesOfSubject(it.overrides()),
                        new ReleasesOfSubject(it.releases()),
                        it.protectedWhereabouts(),
                        it.now()));
    }

    private static @Nullable String requester(@Nullable PartnerId requester) {
        return requester == null ? null : requester.value();
    }
}
