/** Pieces, how they were settled, and the packs that were made of them. */
@NullMarked
package org.partnerhub.consent.pack.store;

import org.jspecify.annotations.NullMarked;
