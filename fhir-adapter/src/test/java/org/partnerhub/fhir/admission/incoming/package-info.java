@NullMarked
package org.partnerhub.fhir.admission.incoming;

import org.jspecify.annotations.NullMarked;
