package org.partnerhub.referral.referral.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.ReferralFilter;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.support.web.BadInput;

/** Reads what a partner wants to see; each parameter that makes no sense is pointed at. */
final class ListWish {

    private ListWish() {}

    static ReferralFilter read(
            @Nullable String role,
            @Nullable String recipient,
            @Nullable String state,
            @Nullable String person,
            @Nullable String before) {
        if (role != null && !role.equals("sender") && !role.equals("recipient")) {
            throw new BadInput("/role", "Write sender or recipient.");
        }
        boolean own = recipient != null || state != null;
        if (own && "sender".equals(role)) {
            throw new BadInput(
                    "/role", "A recipient or a state is one of your own: leave the role out, or write recipient.");
        }
        return new ReferralFilter(
                !own && !"recipient".equals(role),
                !"sender".equals(role),
                parsed("/recipient", "Write the id of a recipient.", recipient, RecipientId::new),
                parsed("/state", "Write a state such as requested or on-hold.", state, TaskState::of),
                parsed("/person", "Write the hub's id of the person.", person, UUID::fromString),
                parsed("/before", "Write a time such as 2026-11-30T09:15:00Z.", before, Instant::parse));
    }

    private static <T> @Nullable T parsed(
            String pointer, String remedy, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new BadInput(pointer, remedy);
        }
    }
}
