package org.partnerhub.support.events;

import org.jspecify.annotations.Nullable;

/**
 * What a piece of work belongs to, kept while it rests in a table.
 *
 * @param correlation id that follows what a partner sent through every hop
 * @param traceparent its trace, in the W3C's form
 */
public record Trail(@Nullable String correlation, @Nullable String traceparent) {

    /** Work that belongs to nothing before it. */
    public static final Trail NONE = new Trail(null, null);
}
