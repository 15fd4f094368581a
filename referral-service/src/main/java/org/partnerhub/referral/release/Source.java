package org.partnerhub.referral.release;

import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;

/** What a disclosure is about, as far as this service holds it. */
public sealed interface Source {

    record OfReferral(ReferralId id) implements Source {}

    record OfFeedback(ReferralId id) implements Source {}

    record OfStory(PersonId id) implements Source {}

    /** Reads {@code kind/UUID}; empty where it is none of these. */
    static Optional<Source> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        UUID id;
        try {
            id = UUID.fromString(text.substring(slash + 1));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return switch (text.substring(0, slash)) {
            case "referral" -> Optional.of(new OfReferral(new ReferralId(id)));
            case "feedback" -> Optional.of(new OfFeedback(new ReferralId(id)));
            case "story" -> Optional.of(new OfStory(new PersonId(id)));
            default -> Optional.empty();
        };
    }
}
