/** What follows from an approval: the directory, the client, a test message. */
@NullMarked
package org.partnerhub.notification.onboarding.outgoing;

import org.jspecify.annotations.NullMarked;
