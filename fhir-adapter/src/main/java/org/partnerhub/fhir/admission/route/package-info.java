/** The MLLP port. */
@NullMarked
package org.partnerhub.fhir.admission.route;

import org.jspecify.annotations.NullMarked;
