/** A partner's Consent as the hub's terms, never wider than IHE's Privacy Consent on FHIR reads it. */
@NullMarked
package org.partnerhub.fhir.consent.incoming;

import org.jspecify.annotations.NullMarked;
