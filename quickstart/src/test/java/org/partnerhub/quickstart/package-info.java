/** The whole hub on real parts, tried from outside. */
@NullMarked
package org.partnerhub.quickstart;

import org.jspecify.annotations.NullMarked;
