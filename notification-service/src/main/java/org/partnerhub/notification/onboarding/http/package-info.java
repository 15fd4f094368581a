/** For operators. */
@NullMarked
package org.partnerhub.notification.onboarding.http;

import org.jspecify.annotations.NullMarked;
