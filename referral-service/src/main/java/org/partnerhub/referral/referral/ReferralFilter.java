package org.partnerhub.referral.referral;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * Which referrals a partner wants to see of those that it may.
 *
 * @param sent those that it sent
 * @param received those that went to a recipient of its own
 * @param recipient the one of its recipients that is meant
 * @param state of its own recipients
 */
public record ReferralFilter(
        boolean sent,
        boolean received,
        @Nullable RecipientId recipient,
        @Nullable TaskState state,
        @Nullable UUID person,
        @Nullable Instant before) {

    /** The recipients of the partner's own that are meant; one that it does not run finds nothing. */
    public List<String> of(List<String> own) {
        List<String> meant = own.stream()
                .filter(it -> recipient == null || recipient.value().equals(it))
                .toList();
        return meant.isEmpty() ? List.of("") : meant;
    }

    /** The filter by names, for a query. */
    public Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("sent", sent);
        columns.put("received", received);
        columns.put("state", Optional.ofNullable(state).map(TaskState::code).orElse(null));
        columns.put("person", person);
        columns.put(
                "before",
                Optional.ofNullable(before)
                        .map(it -> it.atOffset(ZoneOffset.UTC))
                        .orElse(null));
        return columns;
    }
}
