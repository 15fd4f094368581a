package org.partnerhub.notification.delivery;

import java.util.Locale;
import java.util.UUID;

/** What a delivery is about, written {@code referral/UUID}. */
public record Source(Kind kind, UUID id) {

    /** Who owns what is to be said. */
    public enum Kind {
        REFERRAL,
        FEEDBACK,
        STAY,
        WITHDRAWAL
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException where it is not a known kind, a slash and a UUID
     */
    public static Source of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A source is a kind, a slash and a UUID.");
        }
        return new Source(
                Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)),
                UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
