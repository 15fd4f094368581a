/** What other services did that the log has to say. */
@NullMarked
package org.partnerhub.consent.log.route;

import org.jspecify.annotations.NullMarked;
