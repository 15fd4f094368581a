/** The question whether something may leave, and its answer. */
@NullMarked
package org.partnerhub.contracts.decision;

import org.jspecify.annotations.NullMarked;
