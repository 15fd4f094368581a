/** What other services have consent-service append to the disclosure log. */
@NullMarked
package org.partnerhub.contracts.log;

import org.jspecify.annotations.NullMarked;
