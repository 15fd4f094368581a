package org.partnerhub.referral.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * One person found to be another.
 *
 * @param undoneAt when it was found to be wrong; both are then as they were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Merge(
        UUID id,
        PersonId from,
        PersonId into,
        Instant mergedAt,
        @Nullable Instant undoneAt) {}
