/** HL7 v2 ADT, read leniently. */
@NullMarked
package org.partnerhub.fhir.admission.incoming;

import org.jspecify.annotations.NullMarked;
