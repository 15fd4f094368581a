@NullMarked
package org.partnerhub.console.today;

import org.jspecify.annotations.NullMarked;
