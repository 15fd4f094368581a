/** Who enters the console, and by which door. */
@NullMarked
package org.partnerhub.console.signin.http;

import org.jspecify.annotations.NullMarked;
