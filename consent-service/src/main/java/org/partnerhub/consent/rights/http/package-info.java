/** Governance officers' calls about requests. */
@NullMarked
package org.partnerhub.consent.rights.http;

import org.jspecify.annotations.NullMarked;
