/** A partner that is taken on: who proposes, who approves, and what follows. */
@NullMarked
package org.partnerhub.notification.onboarding;

import org.jspecify.annotations.NullMarked;
