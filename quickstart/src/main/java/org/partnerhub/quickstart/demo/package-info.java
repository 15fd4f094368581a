/** One family's story, played against a running hub and checked. */
@NullMarked
package org.partnerhub.quickstart.demo;

import org.jspecify.annotations.NullMarked;
