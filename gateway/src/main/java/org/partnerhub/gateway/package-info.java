/** The one door in: tokens, limits, correlation ids, routing, and the API's documentation. No business rules. */
@NullMarked
package org.partnerhub.gateway;

import org.jspecify.annotations.NullMarked;
