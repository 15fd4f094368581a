/** How things are written for people. */
@NullMarked
package org.partnerhub.console.words;

import org.jspecify.annotations.NullMarked;
