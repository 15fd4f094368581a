/** Messages of hospitals about stays. */
@NullMarked
package org.partnerhub.fhir.admission;

import org.jspecify.annotations.NullMarked;
