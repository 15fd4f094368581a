/** Who could be told what about a person today, and why. */
@NullMarked
package org.partnerhub.console.prospect;

import org.jspecify.annotations.NullMarked;
