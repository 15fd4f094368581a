package org.partnerhub.consent.withdrawal;

import org.partnerhub.consent.ending.Ended;

/** What became of a withdrawal. */
public sealed interface Withdrawal {

    /** No new permit relies on the consent; how far what was under way has come to its end. */
    record Stopped(Ended ended) implements Withdrawal {}

    /** There is no such consent, or it is none of the caller's. */
    record NotFound() implements Withdrawal {}

    /** A refusal cannot be withdrawn; a later consent replaces it. */
    record IsARefusal() implements Withdrawal {}
}
