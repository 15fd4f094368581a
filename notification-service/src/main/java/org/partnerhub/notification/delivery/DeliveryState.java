package org.partnerhub.notification.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its due time and a free place. */
    DUE,
    /** Under way by a worker that holds its lease. */
    SENDING,
    /** In the mailbox, not yet collected. */
    WAITING,
    /** Collected from the mailbox. */
    COLLECTED,
    /** The partner said that it took charge of what it collected. */
    ACKNOWLEDGED,
    DELIVERED,
    /** Refused for now; goes on when what is missing arrives. */
    PARKED,
    /** Decided against, and nothing would change that. */
    REFUSED,
    /** Too old, or the recipient refuses it for good. */
    GIVEN_UP,
    /** An operator sends it by hand. */
    MANUAL
}
