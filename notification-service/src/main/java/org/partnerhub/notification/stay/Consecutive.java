package org.partnerhub.notification.stay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Which visits of one child are one stay. "Consecutive": Children Act 1989 s.85(1), s.86(1). */
public final class Consecutive {

    enum Answer {
        UNBROKEN,
        BROKEN,
        ASK
    }

    /** One rule: what follows where it holds. */
    record Rule(String name, String source, String words, Answer answer, Predicate<Gap> holds) {}

    private static final String ACT = "Children Act 1989 s.85(1), s.86(1): a consecutive period";

    /** Looked at in this order; the first that holds decides. */
    static final List<Rule> RULES = List.of(
            new Rule(
                    "settled-as-unbroken",
                    ACT + "; settled by a person",
                    "Somebody found out that the stay went on.",
                    Answer.UNBROKEN,
                    it -> Boolean.TRUE.equals(it.settled())),
            new Rule(
                    "settled-as-broken",
                    ACT + "; settled by a person",
                    "Somebody found out that the stay had ended.",
                    Answer.BROKEN,
                    it -> Boolean.FALSE.equals(it.settled())),
            new Rule("no-gap", ACT, "The next admission came before the discharge.", Answer.UNBROKEN, Gap::hasNone),
            new Rule(
                    "transfer-between-settings",
                    ACT + "; DischargeDestinationEngland 49 to 53, 84, 87",
                    "Discharged to another hospital and admitted there: a transfer does not end a stay.",
                    Answer.UNBROKEN,
                    Gap::isTransfer),
            new Rule(
                    "back-on-the-same-day",
                    ACT,
                    "No day without a bed lies between.",
                    Answer.UNBROKEN,
                    it -> it.days() == 0),
            new Rule(
                    "back-within-days",
                    ACT + "; local procedure",
                    "Back within days of a discharge: a person says whether the stay went on, and the clock runs on.",
                    Answer.ASK,
                    Gap::isShort),
            new Rule("a-new-stay", ACT, "The child was at home between.", Answer.BROKEN, _ -> true));

    private Consecutive() {}

    /** The stays, the earliest first. */
    public static List<Stay> stays(Collection<Visit> visits, Procedure procedure) {
        List<Visit> inOrder = visits.stream()
                .filter(Visit::isAccommodated)
                .sorted(Comparator.comparing((Visit it) -> Objects.requireNonNull(it.admittedAt()))
                        .thenComparing(Visit::id)
                        .thenComparingInt(Visit::number))
                .toList();
        List<Stay> stays = new ArrayList<>();
        Chain chain = null;
        for (Visit visit : inOrder) {
            if (chain == null || !chain.goesOnWith(visit, procedure)) {
                if (chain != null) {
                    stays.add(chain.stay());
                }
                chain = new Chain(visit);
            }
        }
        if (chain != null) {
            stays.add(chain.stay());
        }
        return stays;
    }

    private static final class Chain {

        private final List<Visit> visits = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Question> questions = EnumSet.noneOf(Question.class);
        private Visit endsLast;

        Chain(Visit first) {
            visits.add(first);
            endsLast = first;
        }

        boolean goesOnWith(Visit next, Procedure procedure) {
            Gap gap = new Gap(endsLast, next, procedure);
            Rule rule = RULES.stream()
                    .filter(it -> it.holds().test(gap))
                    .findFirst()
                    .orElseThrow();
            if (rule.answer() == Answer.BROKEN) {
                return false;
            }
            if (rule.answer() == Answer.ASK) {
                questions.add(Question.WHETHER_IT_WENT_ON);
            }
            findings.add(new Finding(
                    rule.name(), rule.source(), rule.words(), Map.of("daysBetween", String.valueOf(gap.days()))));
            visits.add(next);
            endsLast = later(endsLast, next);
            return true;
        }

        private static Visit later(Visit one, Visit other) {
            Instant end = one.endedAt();
            Instant otherEnd = other.endedAt();
            return end == null || (otherEnd != null && otherEnd.isBefore(end)) ? one : other;
        }

        Stay stay() {
            return new Stay(visits, findings, questions);
        }
    }
}
