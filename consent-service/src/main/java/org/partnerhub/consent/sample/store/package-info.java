/** Draws samples and keeps them with their findings. */
@NullMarked
package org.partnerhub.consent.sample.store;

import org.jspecify.annotations.NullMarked;
