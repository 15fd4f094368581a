@NullMarked
package org.partnerhub.console.integrity;

import org.jspecify.annotations.NullMarked;
