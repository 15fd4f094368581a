package org.partnerhub.referral.referral;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What somebody found out about where an ask goes; {@code schema/finding.json}.
 *
 * @param area GSS code of the council's area, or district, that the child lives in
 * @param service what is asked for in particular
 * @param recipient who takes it
 */
public record Finding(
        @Nullable String area,
        @Nullable String service,
        @Nullable RecipientId recipient) {

    public boolean saysNothing() {
        return area == null && service == null && recipient == null;
    }
}
