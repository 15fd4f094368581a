/** Endings in PostgreSQL, with the transactions of the barrier. */
@NullMarked
package org.partnerhub.consent.ending.store;

import org.jspecify.annotations.NullMarked;
