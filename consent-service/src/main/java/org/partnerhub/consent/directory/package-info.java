/** Who the recipients are and which partners run them: a projection of notification-service's directory. */
@NullMarked
package org.partnerhub.consent.directory;

import org.jspecify.annotations.NullMarked;
