/** What the domain asks, written a second time from the notes and without the rules, to hold the rules to it. */
@NullMarked
package org.partnerhub.consent.decision.reference;

import org.jspecify.annotations.NullMarked;
