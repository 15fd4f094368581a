/** Whether what came in is FHIR R4, and what the profiles that the operator gave say about it. */
@NullMarked
package org.partnerhub.fhir.validation.incoming;

import org.jspecify.annotations.NullMarked;
