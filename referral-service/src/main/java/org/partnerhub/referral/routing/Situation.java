package org.partnerhub.referral.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Urgency;

/**
 * All that a route may depend on.
 *
 * @param area GSS code as the sender gave it; never guessed from a postcode
 * @param schoolUrn absent where the child has no school or none is known
 * @param named the recipient that the sender named
 * @param at when the referral was received
 */
public record Situation(
        Purpose purpose,
        Kind kind,
        Urgency urgency,
        @Nullable String area,
        @Nullable String schoolUrn,
        @Nullable RecipientId named,
        Instant at) {}
