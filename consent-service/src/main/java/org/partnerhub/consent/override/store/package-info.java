/** Overrides and their reviews in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.override.store;

import org.jspecify.annotations.NullMarked;
