/** The disclosure log as a governance officer reads it. */
@NullMarked
package org.partnerhub.console.log;

import org.jspecify.annotations.NullMarked;
