/** Reasons that somebody gives for what a log will be asked about later. */
@NullMarked
package org.partnerhub.consent.reason;

import org.jspecify.annotations.NullMarked;
