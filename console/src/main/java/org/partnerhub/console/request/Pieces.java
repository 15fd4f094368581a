package org.partnerhub.console.request;

import java.util.List;
import java.util.Optional;

/** Everything that was gathered, oldest first. */
public record Pieces(List<Piece> all) {

    public Pieces {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public long waiting() {
        return all.stream().filter(it -> it.settlement() == null).count();
    }

    /** How many wait about which there is no hint. */
    public long plain() {
        return all.stream()
                .filter(it -> it.settlement() == null && it.hints().isEmpty())
                .count();
    }

    public boolean isSettled() {
        return !isEmpty() && waiting() == 0;
    }

    public Optional<Piece> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The first that waits beside this one, those with hints first. */
    public Optional<Piece> nextAfter(String id) {
        return all.stream()
                .filter(it -> it.settlement() == null && !it.id().equals(id))
                .min((one, other) ->
                        Boolean.compare(one.hints().isEmpty(), other.hints().isEmpty()));
    }
}
