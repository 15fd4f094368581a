@NullMarked
package org.partnerhub.consent.consent;

import org.jspecify.annotations.NullMarked;
