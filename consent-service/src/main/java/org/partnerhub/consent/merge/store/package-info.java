/** Puts the records of two ids together and apart. */
@NullMarked
package org.partnerhub.consent.merge.store;

import org.jspecify.annotations.NullMarked;
