package org.partnerhub.consent.override;

/** What became of a review. */
public sealed interface Reviewed {

    record Now(Queued queued) implements Reviewed {}

    record NotFound() implements Reviewed {}

    /** Whoever authorised it does not review it. */
    record TheirOwn() implements Reviewed {}

    /** It has its finding already. */
    record Before(Queued queued) implements Reviewed {}
}
