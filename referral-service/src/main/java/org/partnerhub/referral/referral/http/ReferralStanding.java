package org.partnerhub.referral.referral.http;

import java.util.List;
import java.util.Map;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Acted;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.TaskState;

/** How a referral stands after its sender acted: the states that this act led to, by ids. */
record ReferralStanding(ReferralId id, Progress state, List<At> recipients, Map<String, String> links) {

    record At(RecipientId recipient, Purpose purpose, TaskState state) {
        static At of(AskedRecipient asked) {
            return new At(asked.recipient(), asked.purpose(), asked.state());
        }
    }

    static ReferralStanding of(ReferralId id, Acted.Done done) {
        return new ReferralStanding(
                id,
                Progress.of(done.recipients(), done.openQuestions()),
                done.recipients().stream().map(At::of).toList(),
                Map.of("self", "/referrals/" + id));
    }
}
