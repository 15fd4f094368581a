package org.partnerhub.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Ended;
import org.partnerhub.contracts.content.Released;

/** Whoever holds what a delivery is about and releases it against a permit that names the owner as its audience. */
public interface ContentOwner {

    boolean owns(Source.Kind kind);

    /** The service that verifies the permit. */
    String audience();

    Content release(Delivery delivery, String permit);

    /** What the owner answered. */
    sealed interface Content {

        /**
         * The permitted part.
         *
         * @param ended in a withdrawal notice, what has ended
         */
        record Held(Released released, @Nullable Ended ended) implements Content {}

        /** There is nothing any more, and will not be. */
        record Gone(String reason) implements Content {}

        /** Not now. */
        record Unavailable(String reason) implements Content {}
    }
}
