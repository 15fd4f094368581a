@NullMarked
package org.partnerhub.console.consent;

import org.jspecify.annotations.NullMarked;
