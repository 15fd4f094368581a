package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * An ask that waits for a person to say where it goes.
 *
 * @param missing a stable code of what has to be found out
 * @param ask what to ask, in a sentence
 */
public record OpenQuestion(
        Purpose purpose,
        String missing,
        String ask,
        @Nullable Instant dueBy) {}
