/** Asks for the names of the hub's own people. */
@NullMarked
package org.partnerhub.console.staff.http;

import org.jspecify.annotations.NullMarked;
