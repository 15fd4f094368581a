/** How a consent travels between the services. */
@NullMarked
package org.partnerhub.contracts.consent;

import org.jspecify.annotations.NullMarked;
