/** Reads the directory from notification-service. */
@NullMarked
package org.partnerhub.consent.directory.outgoing;

import org.jspecify.annotations.NullMarked;
