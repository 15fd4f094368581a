/** Tests of API descriptions. */
@NullMarked
package org.partnerhub.contracts.api;

import org.jspecify.annotations.NullMarked;
