@NullMarked
package org.partnerhub.fhir.audit.outgoing;

import org.jspecify.annotations.NullMarked;
