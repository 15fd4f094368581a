/** ServiceRequest and Task, read, searched and updated. */
@NullMarked
package org.partnerhub.fhir.referral.http;

import org.jspecify.annotations.NullMarked;
