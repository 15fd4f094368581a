/** Who is behind the accounts that services name. */
@NullMarked
package org.partnerhub.console.staff;

import org.jspecify.annotations.NullMarked;
