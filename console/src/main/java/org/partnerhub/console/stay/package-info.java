/** Hospital and residential stays: their clocks, what the rules concluded, and what a person must find out. */
@NullMarked
package org.partnerhub.console.stay;

import org.jspecify.annotations.NullMarked;
