/** The outside and inside paths of the hub, read from the OpenAPI files. */
@NullMarked
package org.partnerhub.contracts.api;

import org.jspecify.annotations.NullMarked;
