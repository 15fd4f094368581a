/** Which messages were received, in PostgreSQL. */
@NullMarked
package org.partnerhub.fhir.reception.store;

import org.jspecify.annotations.NullMarked;
