/** Checkpoints, proofs, searches and exports. */
@NullMarked
package org.partnerhub.consent.log.http;

import org.jspecify.annotations.NullMarked;
