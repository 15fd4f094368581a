package org.partnerhub.contracts.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer for each question of a batch, in the same order. */
public record DecisionBatchAnswer(List<Item> items) {

    public DecisionBatchAnswer {
        items = List.copyOf(items);
    }

    /**
     * One of the two.
     *
     * @param notNow why it is not decided, such as {@code directory-stale}: nothing may go, and it may be asked again soon
     */
    public record Item(
            @Nullable DecisionAnswer answer, @Nullable String notNow) {}
}
