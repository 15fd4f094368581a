@NullMarked
package org.partnerhub.consent;

import org.jspecify.annotations.NullMarked;
