/** What people say about sharing is recorded here: consents, refusals, renewals, narrowings. */
@NullMarked
package org.partnerhub.consent.recording;

import org.jspecify.annotations.NullMarked;
