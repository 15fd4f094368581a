/** Releases in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.release.store;

import org.jspecify.annotations.NullMarked;
