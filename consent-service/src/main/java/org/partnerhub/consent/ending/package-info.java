/** Consents that end before their time, and the barrier that makes the end hold. */
@NullMarked
package org.partnerhub.consent.ending;

import org.jspecify.annotations.NullMarked;
