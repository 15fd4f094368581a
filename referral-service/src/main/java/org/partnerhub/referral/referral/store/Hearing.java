package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.util.List;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Referral;
import org.springframework.stereotype.Component;

/** What the referrer hears of a recipient: news while it goes on, then one outcome, then nothing more. */
@Component
class Hearing {

    private final AskedRecipients recipients;
    private final Feedbacks feedbacks;

    Hearing(AskedRecipients recipients, Feedbacks feedbacks) {
        this.recipients = recipients;
        this.feedbacks = feedbacks;
    }

    /** Something changed at a recipient; in the caller's transaction, which holds its rows. */
    void changed(Referral referral, RecipientId about, Instant at) {
        List<AskedRecipient> rows = recipients.held(referral.id(), about);
        if (rows.stream().allMatch(row -> row.state().isOver())) {
            feedbacks.tellOutcome(referral, about, at);
        } else {
            feedbacks.tellReferrer(referral, about, at);
        }
    }
}
