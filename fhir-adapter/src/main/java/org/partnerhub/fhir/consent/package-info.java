/** What a consent allows, in the words of the hub's contract, before it is FHIR. */
@NullMarked
package org.partnerhub.fhir.consent;

import org.jspecify.annotations.NullMarked;
