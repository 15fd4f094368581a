package org.partnerhub.consent.decision;

import java.time.LocalDate;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.contracts.identity.ConsentId;

/** By what right one category may go, before the other rules are asked. */
sealed interface Basis {

    /** The law alone: the purpose does not rest on consent. */
    record Law() implements Basis {}

    record Consent(ConsentId consent, LocalDate until) implements Basis {}

    /** Nobody's consent, but an override in force. */
    record WithoutConsent(OverrideRecord override) implements Basis {}

    /** Neither; how consent stands says why. */
    record Nothing(Standing standing) implements Basis {}
}
