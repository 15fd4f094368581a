@NullMarked
package org.partnerhub.consent.breach;

import org.jspecify.annotations.NullMarked;
