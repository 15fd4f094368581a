package org.partnerhub.referral.person.match;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.referral.person.match.Candidate.Told;
import org.partnerhub.referral.person.match.Match.Lookalike;

/**
 * Decides who is meant. A wrong match tells one family's story to another: it is sure only where the evidence is heavy, nothing
 * raises a doubt, nobody else fits nearly as well, and no number that was told is somebody else's.
 */
public final class Matching {

    /** Bits from which it is sure: less than one chance in 2,000 of a coincidence, and nearly always far less. */
    static final double SURE = 11;

    /** Bits from which somebody should look: as likely as not. */
    static final double WORTH_A_LOOK = 0;

    /** How much likelier the first must be than the second. */
    static final double AHEAD = 8;

    private static final int MOST_LOOKALIKES = 5;

    private final NameUse use;

    public Matching(NameUse use) {
        this.use = use;
    }

    /**
     * The match.
     *
     * @param by who describes: what the same agency told in the same words before was linked then
     */
    public Match decide(Described told, String by, List<Candidate> candidates) {
        List<Weighed> likely = candidates.stream()
                .flatMap(candidate -> best(told, by, candidate).stream())
                .filter(it -> !it.comparison.surelyRelatives())
                .filter(it -> it.comparison.sameNumber() || it.comparison.weight() >= WORTH_A_LOOK)
                .sorted(Comparator.comparing(Weighed::isSure)
                        .thenComparingDouble(it -> it.comparison.weight())
                        .reversed())
                .toList();
        List<Weighed> sure = likely.stream().filter(Weighed::isSure).toList();
        boolean numberIsKnown = likely.stream().anyMatch(it -> it.comparison.sameNumber());
        return the(sure)
                .filter(it -> it.comparison.sameNumber() || !numberIsKnown)
                .<Match>map(it -> new Match.Sure(it.candidate.person(), it.told.linkedTo()))
                .orElseGet(() -> likely.isEmpty() ? new Match.Nobody() : new Match.Doubtful(lookalikes(likely)));
    }

    /** The one of them: who shares a number, who was linked before, or who is far ahead. */
    private static Optional<Weighed> the(List<Weighed> sure) {
        if (sure.size() < 2) {
            return sure.stream().findFirst();
        }
        List<Weighed> numbered =
                sure.stream().filter(it -> it.comparison.sameNumber()).toList();
        if (numbered.size() == 1) {
            return Optional.of(numbered.getFirst());
        }
        List<Weighed> before = sure.stream().filter(Weighed::toldBefore).toList();
        if (before.size() == 1) {
            return Optional.of(before.getFirst());
        }
        boolean ahead = sure.get(0).comparison.weight() - sure.get(1).comparison.weight() >= AHEAD;
        return ahead ? Optional.of(sure.getFirst()) : Optional.empty();
    }

    private static List<Lookalike> lookalikes(List<Weighed> likely) {
        return likely.stream()
                .limit(MOST_LOOKALIKES)
                .map(it -> new Lookalike(
                        it.candidate.person(), it.told.linkedTo(), it.comparison.weight(), it.comparison.doubts()))
                .toList();
    }

    /** Numbers are the person's, whoever told them; the rest is compared as each agency wrote it. */
    private Optional<Weighed> best(Described told, String by, Candidate candidate) {
        Described all = candidate.descriptions().stream()
                .map(Told::described)
                .reduce(Described::withNumbersOf)
                .orElseThrow();
        Stream<Weighed> weighed = candidate.descriptions().stream()
                .map(it -> new Weighed(
                        candidate,
                        it,
                        Comparison.of(told, it.described().withNumbersOf(all), use),
                        it.by().equals(by) && it.described().equals(told)));
        return weighed.max(Comparator.comparing(Weighed::isSure).thenComparingDouble(it -> it.comparison.weight()));
    }

    private record Weighed(Candidate candidate, Told told, Comparison comparison, boolean toldBefore) {

        boolean isSure() {
            return comparison.weight() >= SURE && comparison.doubts().isEmpty();
        }
    }
}
