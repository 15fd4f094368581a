/** The hub's consents as FHIR, and the calls to consent-service. */
@NullMarked
package org.partnerhub.fhir.consent.outgoing;

import org.jspecify.annotations.NullMarked;
