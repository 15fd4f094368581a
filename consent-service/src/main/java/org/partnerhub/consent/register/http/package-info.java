/** What governance officers ask of the register of consents. */
@NullMarked
package org.partnerhub.consent.register.http;

import org.jspecify.annotations.NullMarked;
