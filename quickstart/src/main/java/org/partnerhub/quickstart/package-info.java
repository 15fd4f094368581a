/** The whole hub in one JVM on real embedded parts, and the demo. */
@NullMarked
package org.partnerhub.quickstart;

import org.jspecify.annotations.NullMarked;
