/** Tests of identifiers. */
@NullMarked
package org.partnerhub.contracts.identity;

import org.jspecify.annotations.NullMarked;
