package org.partnerhub.referral.routing;

import org.jspecify.annotations.Nullable;

/**
 * Ages in whole years, both ends included.
 *
 * @param from the youngest
 * @param until the oldest
 */
record AgeRange(@Nullable Integer from, @Nullable Integer until) {

    /** Whether an age lies in it; an unknown one never does. */
    boolean contains(@Nullable Integer age) {
        return age != null && (from == null || age >= from) && (until == null || age <= until);
    }
}
