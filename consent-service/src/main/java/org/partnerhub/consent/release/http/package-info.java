/** The calls about releases. */
@NullMarked
package org.partnerhub.consent.release.http;

import org.jspecify.annotations.NullMarked;
