/** What a partner's Task or ServiceRequest asks to change. */
@NullMarked
package org.partnerhub.fhir.referral.incoming;

import org.jspecify.annotations.NullMarked;
