/** What FHIR partners say to the hub, read strictly and bounded. */
@NullMarked
package org.partnerhub.fhir.message.incoming;

import org.jspecify.annotations.NullMarked;
