/** A referral's standing as ServiceRequest and Tasks. */
@NullMarked
package org.partnerhub.fhir.referral.outgoing;

import org.jspecify.annotations.NullMarked;
