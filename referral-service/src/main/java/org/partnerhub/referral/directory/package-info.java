/** Partners and recipients, as notification-service lists them. */
@NullMarked
package org.partnerhub.referral.directory;

import org.jspecify.annotations.NullMarked;
