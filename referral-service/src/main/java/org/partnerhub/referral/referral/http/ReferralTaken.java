package org.partnerhub.referral.referral.http;

import java.util.Map;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.Reception;

/** The answer to a referral: it is kept, and here is where to follow it. */
record ReferralTaken(ReferralId id, PersonId person, Progress state, Map<String, String> links) {

    static ReferralTaken of(Reception.Taken taken) {
        String self = "/referrals/" + taken.referral();
        return new ReferralTaken(
                taken.referral(),
                taken.subject(),
                Progress.RECEIVED,
                Map.of("self", self, "responses", self + "/responses"));
    }
}
