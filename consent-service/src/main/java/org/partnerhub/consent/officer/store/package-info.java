/** The hub's own people as the database knows them. */
@NullMarked
package org.partnerhub.consent.officer.store;

import org.jspecify.annotations.NullMarked;
