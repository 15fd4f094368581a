@NullMarked
package org.partnerhub.console.child;

import org.jspecify.annotations.NullMarked;
