/** The way out to a partner's FHIR server. */
@NullMarked
package org.partnerhub.fhir.exchange.outgoing;

import org.jspecify.annotations.NullMarked;
