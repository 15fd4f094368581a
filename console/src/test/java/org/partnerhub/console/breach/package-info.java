@NullMarked
package org.partnerhub.console.breach;

import org.jspecify.annotations.NullMarked;
