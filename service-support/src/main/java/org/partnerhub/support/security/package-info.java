/** Who may call what: default-deny, from the API catalogue. */
@NullMarked
package org.partnerhub.support.security;

import org.jspecify.annotations.NullMarked;
