package org.partnerhub.console.override;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was shared without consent, newest first, with how often by whom. */
public record Sharings(List<Sharing> all) {

    public Sharings {
        all = List.copyOf(all);
    }

    /** What waits for a finding, the first due first. */
    public List<Sharing> waiting() {
        return all.stream()
                .filter(it -> it.review().state().open())
                .sorted(Comparator.comparing(it -> it.review().dueBy()))
                .toList();
    }

    /** What has a finding. */
    public List<Sharing> reviewed() {
        return all.stream().filter(it -> !it.review().state().open()).toList();
    }

    /** How often each account authorised one, the most first. */
    public List<Tally> byWhom() {
        Map<String, List<Sharing>> byAccount = all.stream().collect(Collectors.groupingBy(Sharing::authorisedBy));
        return byAccount.entrySet().stream()
                .map(it -> Tally.of(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(Tally::authorised).reversed().thenComparing(Tally::account))
                .toList();
    }

    /** One account's count. */
    public record Tally(String account, long authorised, long upheld, long notUpheld, long waiting) {

        static Tally of(String account, List<Sharing> theirs) {
            return new Tally(
                    account,
                    theirs.size(),
                    count(theirs, ReviewState.UPHELD),
                    count(theirs, ReviewState.NOT_UPHELD),
                    count(theirs, ReviewState.WAITING) + count(theirs, ReviewState.ESCALATED));
        }

        private static long count(List<Sharing> theirs, ReviewState state) {
            return theirs.stream().filter(it -> it.review().state() == state).count();
        }
    }
}
