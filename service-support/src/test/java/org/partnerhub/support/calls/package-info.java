@NullMarked
package org.partnerhub.support.calls;

import org.jspecify.annotations.NullMarked;
