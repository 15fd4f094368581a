/** Calls to the hub's other services under the caller's own token. */
@NullMarked
package org.partnerhub.fhir.sibling.outgoing;

import org.jspecify.annotations.NullMarked;
