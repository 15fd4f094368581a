package org.partnerhub.referral.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file makes of a situation.
 *
 * @param authority GSS code of the authority that the child's area stands for
 * @param district GSS code, where the sender gave one
 * @param open names of the hours that hold now
 * @param doubt a sentence where the postcode hints at another authority than the sender gave
 */
record Circumstances(
        @Nullable String authority,
        @Nullable String district,
        Set<String> open,
        @Nullable String doubt) {

    Circumstances {
        open = Set.copyOf(open);
    }
}
