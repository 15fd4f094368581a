@NullMarked
package org.partnerhub.transparency;

import org.jspecify.annotations.NullMarked;
