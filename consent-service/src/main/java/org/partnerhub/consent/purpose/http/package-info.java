/** The policy's purposes as JSON. */
@NullMarked
package org.partnerhub.consent.purpose.http;

import org.jspecify.annotations.NullMarked;
