@NullMarked
package org.partnerhub.consent.rights;

import org.jspecify.annotations.NullMarked;
