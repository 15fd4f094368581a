package org.partnerhub.referral.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * Two people who may be one: ids and codes, nothing about them.
 *
 * @param person whom the newer description made
 * @param other whom it resembles
 * @param weight in bits for one person; 0 is as likely as not
 * @param doubts codes of what kept the hub from taking them for one
 * @param raisedBy whose description it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewTask(
        UUID id,
        PersonId person,
        PersonId other,
        double weight,
        List<String> doubts,
        String raisedBy,
        Instant raisedAt,
        @Nullable Settled settledAs) {

    public enum Settled {
        SAME,
        DIFFERENT;

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
