/** JSON Schemas of the bodies, and what is wrong with one that does not fit. */
@NullMarked
package org.partnerhub.contracts.schema;

import org.jspecify.annotations.NullMarked;
