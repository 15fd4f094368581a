@NullMarked
package org.partnerhub.consent.agreement;

import org.jspecify.annotations.NullMarked;
