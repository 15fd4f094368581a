package org.partnerhub.console.delivery;

import java.util.List;
import java.util.Set;

/**
 * A page of deliveries, the newest first.
 *
 * @param state which were asked for; empty: all
 * @param partner whose; empty: everybody's
 * @param next where the next page begins; empty on the last
 */
public record Deliveries(String state, String partner, List<Delivery> items, String next) {

    private static final Set<String> REPLAYABLE = Set.of("parked", "failing", "given-up", "manual");

    public Deliveries {
        items = List.copyOf(items);
    }

    /** A state that can be chosen. */
    public record Choice(String code, String words, boolean chosen) {}

    public List<Choice> states() {
        return List.of(
                        "failing",
                        "parked",
                        "given-up",
                        "manual",
                        "due",
                        "sending",
                        "waiting",
                        "collected",
                        "acknowledged",
                        "delivered",
                        "refused")
                .stream()
                .map(it -> new Choice(it, DeliveryWords.state(it), it.equals(state)))
                .toList();
    }

    public boolean anyCanBeReplayed() {
        return items.stream().anyMatch(Delivery::canBeReplayed);
    }

    /** Whether everything that is asked for may be tried again in one go. */
    public boolean allCanBeReplayed() {
        return REPLAYABLE.contains(state);
    }
}
