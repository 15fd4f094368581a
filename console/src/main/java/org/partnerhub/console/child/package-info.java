/** A child: found as people name one, and everything that happened about them, in plain words. */
@NullMarked
package org.partnerhub.console.child;

import org.jspecify.annotations.NullMarked;
