/** What the tests of the contracts share. */
@NullMarked
package org.partnerhub.contracts;

import org.jspecify.annotations.NullMarked;
