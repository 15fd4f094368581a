/** The permits' public keys. */
@NullMarked
package org.partnerhub.consent.permit.http;

import org.jspecify.annotations.NullMarked;
