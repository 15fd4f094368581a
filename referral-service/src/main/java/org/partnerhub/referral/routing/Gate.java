package org.partnerhub.referral.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;

/**
 * What must be there before a place takes anybody, whichever row leads to it and also where the sender named it.
 *
 * @param roles of the places
 * @param area GSS codes of the authorities in which it holds; absent: everywhere
 * @param needs what must be attached
 */
record Gate(List<String> roles, @Nullable List<String> area, Attachment needs, String why) {

    /** Whether it keeps this situation from this recipient. */
    boolean holdsBack(Situation situation, @Nullable String authority, Recipient recipient) {
        boolean here = area == null || contains(area, authority) || contains(area, recipient.area());
        return here && roles.contains(recipient.role()) && !situation.attached().contains(needs);
    }

    private static boolean contains(List<String> areas, @Nullable String code) {
        return code != null && areas.contains(code);
    }
}
