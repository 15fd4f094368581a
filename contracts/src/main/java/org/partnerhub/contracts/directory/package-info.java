/** The partners and the recipients that they run; owned by notification-service, known to the others as a projection. */
@NullMarked
package org.partnerhub.contracts.directory;

import org.jspecify.annotations.NullMarked;
