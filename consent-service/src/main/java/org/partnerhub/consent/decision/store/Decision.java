package org.partnerhub.consent.decision.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.permit.Permit;

/**
 * A decision that is in the log.
 *
 * @param permit absent where it refuses
 */
record Decision(DecisionId id, Verdict verdict, @Nullable Permit permit, Instant at) {}
