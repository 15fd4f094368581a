/** Audit samples: entries of the disclosure log drawn at random, and what officers found about each. */
@NullMarked
package org.partnerhub.consent.sample;

import org.jspecify.annotations.NullMarked;
