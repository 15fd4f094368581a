/** The systems, codes and profiles that messages name: the nation's and the hub's own. */
@NullMarked
package org.partnerhub.fhir.message;

import org.jspecify.annotations.NullMarked;
