/** How a referral stands and what a partner does with it, before it is FHIR. */
@NullMarked
package org.partnerhub.fhir.referral;

import org.jspecify.annotations.NullMarked;
