@NullMarked
package org.partnerhub.consent.decision;

import org.jspecify.annotations.NullMarked;
