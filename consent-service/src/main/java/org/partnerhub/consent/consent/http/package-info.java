/** The consent API. */
@NullMarked
package org.partnerhub.consent.consent.http;

import org.jspecify.annotations.NullMarked;
