/** Consent, created, read and updated. */
@NullMarked
package org.partnerhub.fhir.consent.http;

import org.jspecify.annotations.NullMarked;
