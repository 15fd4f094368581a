/** Outbox and inbox: every hop at least once, every effect exactly once. */
@NullMarked
package org.partnerhub.support.events;

import org.jspecify.annotations.NullMarked;
