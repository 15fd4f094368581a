package org.partnerhub.referral.referral;

import java.time.Instant;

/** Where a referral goes on from what was found out or said about it; in the caller's transaction. */
public interface Onward {

    /** A recipient declined and named a better place. */
    void declined(Referral referral, AskedRecipient declined, Instant at);

    /** Somebody found out what open questions ask: what can be routed now, is. The number of questions that this settled. */
    int found(Referral referral, Finding finding, String by, Instant at);

    /** A recipient is no longer there: its ask goes to a person. */
    void vanished(Referral referral, AskedRecipient gone, Instant at);
}
