@NullMarked
package org.partnerhub.console.delivery;

import org.jspecify.annotations.NullMarked;
