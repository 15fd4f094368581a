package org.partnerhub.referral.referral;

import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;

/** What became of a referral that was sent. */
public sealed interface Reception {

    /** It is kept and will be acted on; the same key and body again give the same. */
    record Taken(ReferralId referral, PersonId subject) implements Reception {}

    /** The key was used for another body; nothing was done. */
    record KeyUsedForOtherBody() implements Reception {}

    /** The hub's id of the subject is nobody's; nothing was done. */
    record NobodyKnown() implements Reception {}

    /** The subject is 26 or older; nothing was done. */
    record NoChild() implements Reception {}
}
