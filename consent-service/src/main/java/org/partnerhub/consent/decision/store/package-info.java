/** Decides in one transaction with the log. */
@NullMarked
package org.partnerhub.consent.decision.store;

import org.jspecify.annotations.NullMarked;
