/** FHIR's operations over HTTP. */
@NullMarked
package org.partnerhub.fhir.reception.http;

import org.jspecify.annotations.NullMarked;
