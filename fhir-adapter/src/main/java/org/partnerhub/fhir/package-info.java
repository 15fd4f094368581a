/** FHIR R4 and BaRS on both sides: sends on the hub's behalf, with the permit; takes what FHIR partners send. */
@NullMarked
package org.partnerhub.fhir;

import org.jspecify.annotations.NullMarked;
