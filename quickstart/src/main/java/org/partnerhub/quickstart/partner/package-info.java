/** The partners' side, played honestly: each checks what it is sent and speaks to the hub with its own token. */
@NullMarked
package org.partnerhub.quickstart.partner;

import org.jspecify.annotations.NullMarked;
