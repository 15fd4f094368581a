/** What is released under a permit. */
@NullMarked
package org.partnerhub.contracts.content;

import org.jspecify.annotations.NullMarked;
