/** What the hub says in FHIR R4 and BaRS, and how it reads what partners say: one mapping a resource. */
@NullMarked
package org.partnerhub.fhir.message;

import org.jspecify.annotations.NullMarked;
