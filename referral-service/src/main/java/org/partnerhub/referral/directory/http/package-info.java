/** Asking notification-service for the directory. */
@NullMarked
package org.partnerhub.referral.directory.http;

import org.jspecify.annotations.NullMarked;
