/** What officers see and do is noted in the disclosure log, by consent-service. */
@NullMarked
package org.partnerhub.referral.officer.outgoing;

import org.jspecify.annotations.NullMarked;
