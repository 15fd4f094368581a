/** Where what was read is stored. */
@NullMarked
package org.partnerhub.fhir.admission.outgoing;

import org.jspecify.annotations.NullMarked;
