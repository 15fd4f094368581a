/** Identifiers as the agencies write them; each refuses nonsense when it is made. */
@NullMarked
package org.partnerhub.contracts.identity;

import org.jspecify.annotations.NullMarked;
