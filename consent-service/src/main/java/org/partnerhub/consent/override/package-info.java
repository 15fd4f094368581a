/** Sharing without consent: who may authorise it, how long it stands, and its review by somebody else. */
@NullMarked
package org.partnerhub.consent.override;

import org.jspecify.annotations.NullMarked;
