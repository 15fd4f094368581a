/** Tests of schemas. */
@NullMarked
package org.partnerhub.contracts.schema;

import org.jspecify.annotations.NullMarked;
