/** The consent API. */
@NullMarked
package org.partnerhub.consent.recording.http;

import org.jspecify.annotations.NullMarked;
