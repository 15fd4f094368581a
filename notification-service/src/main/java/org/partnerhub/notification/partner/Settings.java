package org.partnerhub.notification.partner;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.Setting;

/** What is known of the places whose messages do not say it: HL7 v2 and FHIR name a site and neither its kind nor who pays. */
@FunctionalInterface
public interface Settings {

    /**
     * The place.
     *
     * @param site ODS code; absent: the partner's only or main place
     */
    @Nullable
    Setting of(PartnerId partner, @Nullable String site);
}
