/** Who may enter: sign-in and sign-out through the hub's identity provider. */
@NullMarked
package org.partnerhub.console.signin;

import org.jspecify.annotations.NullMarked;
