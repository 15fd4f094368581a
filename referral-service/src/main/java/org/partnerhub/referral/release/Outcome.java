package org.partnerhub.referral.release;

import org.partnerhub.contracts.content.Released;

/** What came of asking for content with a permit. */
public sealed interface Outcome {

    record Let(Released released) implements Outcome {}

    /** Forged, expired, used before, or for something else. */
    record PermitRefused() implements Outcome {}

    /** The permit is good and there is nothing under that reference. */
    record NothingThere() implements Outcome {}
}
