/** The barrier, in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.withdrawal.store;

import org.jspecify.annotations.NullMarked;
