package org.partnerhub.console.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * One delivery, as notification-service tells it.
 *
 * @param missing what a parked one waits for; empty where nothing
 * @param reason why it stands so, a code; empty where there is none
 * @param attempts the last few, newest first
 */
public record Delivery(
        String id,
        String kind,
        String recipient,
        String purpose,
        String state,
        boolean paused,
        String missing,
        String reason,
        Instant made,
        @Nullable Instant dueBy,
        @Nullable Instant nextAttempt,
        int attempted,
        List<Attempt> attempts) {

    private static final Set<String> FAILED = Set.of("failed", "unknown");
    private static final Set<String> STUCK = Set.of("parked", "given-up", "manual");

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** What one attempt came to. */
    public record Attempt(int number, Instant ended, String outcome, String missing, String reason) {
        public String words() {
            String why = missing.isEmpty()
                    ? reason.isEmpty() ? "" : DeliveryWords.reason(reason)
                    : DeliveryWords.missing(missing);
            return "Attempt " + number + ", " + EnglishTime.of(ended) + ": " + Codes.inWords(outcome)
                    + (why.isEmpty() ? "" : ". " + why);
        }
    }

    public String title() {
        return Codes.inWords(kind) + " for " + purpose.replace('-', ' ');
    }

    public String to() {
        return Codes.inWords(recipient);
    }

    public String madeAt() {
        return EnglishTime.of(made);
    }

    /** Whether it is tried again by itself after a failure. */
    public boolean failing() {
        return nextAttempt != null
                && !attempts.isEmpty()
                && FAILED.contains(attempts.getFirst().outcome());
    }

    public String standing() {
        return DeliveryWords.state(failing() ? "failing" : state);
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return DeliveryWords.tag(failing() ? "failing" : state);
    }

    /** What else there is to say, a sentence each. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        if (!missing.isEmpty()) {
            facts.add(DeliveryWords.missing(missing));
        } else if (!reason.isEmpty()) {
            facts.add(DeliveryWords.reason(reason));
        }
        if (paused) {
            facts.add("Its partner is paused");
        }
        if (failing() && !paused) {
            facts.add("Next attempt "
                    + Optional.ofNullable(nextAttempt).map(EnglishTime::of).orElse("soon"));
        }
        if (dueBy != null && !state.equals("delivered")) {
            facts.add("Must arrive by " + EnglishTime.of(dueBy));
        }
        return facts;
    }

    /** Whether an operator may have it tried again. */
    public boolean canBeReplayed() {
        return STUCK.contains(state) || failing();
    }

    public boolean byHand() {
        return state.equals("manual");
    }
}
