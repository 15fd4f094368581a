/** Calls to sibling services with the service's own token. */
@NullMarked
package org.partnerhub.support.calls;

import org.jspecify.annotations.NullMarked;
