/** Governance officers' calls about breaches. */
@NullMarked
package org.partnerhub.consent.breach.http;

import org.jspecify.annotations.NullMarked;
