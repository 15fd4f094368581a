/** The scanner for malicious software. */
@NullMarked
package org.partnerhub.referral.attachment.outgoing;

import org.jspecify.annotations.NullMarked;
