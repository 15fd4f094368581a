/** The disclosure log as FHIR's AuditEvents, for governance officers. */
@NullMarked
package org.partnerhub.fhir.audit;

import org.jspecify.annotations.NullMarked;
