package org.partnerhub.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;

/** One way out. The caller interrupts it when the attempt's time is up; it then answers {@link Sent.MaybeArrived}. */
public interface Sender {

    Channel channel();

    Sent send(Message message);

    /** What became of a message; reasons are stable codes. */
    sealed interface Sent {

        /**
         * The recipient acknowledged it.
         *
         * @param contentHash of what was sent, where it is not the message's own
         */
        record Acknowledged(
                @Nullable String reference, @Nullable String contentHash) implements Sent {}

        /** The recipient will never take it. */
        record TurnedAway(String reason) implements Sent {}

        /** The recipient has not got it. */
        record NotArrived(String reason, @Nullable Duration retryAfter) implements Sent {}

        /** Nobody can say. */
        record MaybeArrived(String reason, @Nullable Duration retryAfter) implements Sent {}
    }
}
