@NullMarked
package org.partnerhub.support.logging;

import org.jspecify.annotations.NullMarked;
