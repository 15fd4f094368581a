@NullMarked
package org.partnerhub.console.sample;

import org.jspecify.annotations.NullMarked;
