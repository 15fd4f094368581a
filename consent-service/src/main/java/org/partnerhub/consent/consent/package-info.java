/** Consents and refusals: who may give them, and what they cover. */
@NullMarked
package org.partnerhub.consent.consent;

import org.jspecify.annotations.NullMarked;
