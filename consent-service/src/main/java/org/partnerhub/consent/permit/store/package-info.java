/** Permits that are open, and what went out under them. */
@NullMarked
package org.partnerhub.consent.permit.store;

import org.jspecify.annotations.NullMarked;
