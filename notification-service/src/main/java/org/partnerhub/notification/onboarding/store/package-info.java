/** Onboardings in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.onboarding.store;

import org.jspecify.annotations.NullMarked;
