package org.partnerhub.referral.referral;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * One message to the referrer about how a referral stands; its content is read when it is sent.
 *
 * @param delivery the id under which it is told
 * @param to the recipient where the referrer hears
 * @param about the recipient that it is about; absent where it is about the referral as a whole
 */
public record Feedback(
        DeliveryId delivery,
        ReferralId referral,
        RecipientId to,
        @Nullable RecipientId about) {

    public static final Purpose PURPOSE = new Purpose("feedback-to-referrer");

    /** State and reason code; nothing of treatment. */
    public static final Set<Category> CATEGORIES = Set.of(Category.REFERRAL);
}
