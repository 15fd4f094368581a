package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * An ask that waits for a person to say where it goes.
 *
 * @param position which of the referral's asks, counted from 0
 * @param service what was asked for in particular
 * @param missing a stable code of what has to be found out
 * @param ask what to ask, in a sentence
 * @param dueBy when somebody should have answered
 * @param escalatedTo the role that the silence was taken to
 */
public record OpenQuestion(
        UUID id,
        @JsonIgnore int position,
        Purpose purpose,
        @Nullable String service,
        String missing,
        String ask,
        @Nullable Instant dueBy,
        @Nullable String escalatedTo) {}
