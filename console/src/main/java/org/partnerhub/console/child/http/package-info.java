/** The pages of a child. */
@NullMarked
package org.partnerhub.console.child.http;

import org.jspecify.annotations.NullMarked;
