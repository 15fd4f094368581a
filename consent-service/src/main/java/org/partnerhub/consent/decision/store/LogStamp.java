package org.partnerhub.consent.decision.store;

import org.jspecify.annotations.Nullable;

/**
 * What the log says of the circumstances of a decision.
 *
 * @param policyVersion hash of policy/purposes.yml
 * @param sequencing {@code unsequenced} where checkpoints had stopped; otherwise absent
 */
record LogStamp(String policyVersion, @Nullable String sequencing) {}
