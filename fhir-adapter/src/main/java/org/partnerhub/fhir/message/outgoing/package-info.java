/** What the hub says to FHIR partners: a disclosure as a BaRS message, one mapping a resource. */
@NullMarked
package org.partnerhub.fhir.message.outgoing;

import org.jspecify.annotations.NullMarked;
