/** The withdrawal call. */
@NullMarked
package org.partnerhub.consent.withdrawal.http;

import org.jspecify.annotations.NullMarked;
