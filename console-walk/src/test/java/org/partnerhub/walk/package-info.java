/** Staff at the console with a real browser, against the running hub. */
@NullMarked
package org.partnerhub.walk;

import org.jspecify.annotations.NullMarked;
