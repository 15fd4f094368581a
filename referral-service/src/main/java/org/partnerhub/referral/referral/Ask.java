package org.partnerhub.referral.referral;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What is asked of whom.
 *
 * @param recipient the one that the sender means; absent where the pathway decides
 */
public record Ask(Purpose purpose, @Nullable RecipientId recipient) {}
