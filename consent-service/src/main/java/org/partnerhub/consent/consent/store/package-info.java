/** Consents in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.consent.store;

import org.jspecify.annotations.NullMarked;
