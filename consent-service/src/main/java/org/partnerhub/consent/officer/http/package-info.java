/** Who counts as a governance officer. */
@NullMarked
package org.partnerhub.consent.officer.http;

import org.jspecify.annotations.NullMarked;
