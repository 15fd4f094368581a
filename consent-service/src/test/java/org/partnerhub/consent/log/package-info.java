@NullMarked
package org.partnerhub.consent.log;

import org.jspecify.annotations.NullMarked;
