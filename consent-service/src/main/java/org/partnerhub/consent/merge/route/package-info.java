/** Hears of merges. */
@NullMarked
package org.partnerhub.consent.merge.route;

import org.jspecify.annotations.NullMarked;
