/** Sharing without consent, as officers read and review it. */
@NullMarked
package org.partnerhub.console.override;

import org.jspecify.annotations.NullMarked;
