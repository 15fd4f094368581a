/** Agreements in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.agreement.store;

import org.jspecify.annotations.NullMarked;
