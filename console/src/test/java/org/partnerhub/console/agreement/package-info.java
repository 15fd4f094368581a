@NullMarked
package org.partnerhub.console.agreement;

import org.jspecify.annotations.NullMarked;
