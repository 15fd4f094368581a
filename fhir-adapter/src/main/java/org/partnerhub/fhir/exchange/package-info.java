/** Messages that the hub sends to FHIR partners: what goes, how it ended, which answers belong to it. */
@NullMarked
package org.partnerhub.fhir.exchange;

import org.jspecify.annotations.NullMarked;
