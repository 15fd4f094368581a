@NullMarked
package org.partnerhub.consent.purpose;

import org.jspecify.annotations.NullMarked;
