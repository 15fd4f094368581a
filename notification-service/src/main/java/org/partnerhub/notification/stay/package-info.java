/** Hospital and residential stays: whether a notice is due under the Children Act 1989 s.85, and to whom. */
@NullMarked
package org.partnerhub.notification.stay;

import org.jspecify.annotations.NullMarked;
