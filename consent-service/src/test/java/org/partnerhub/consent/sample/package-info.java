@NullMarked
package org.partnerhub.consent.sample;

import org.jspecify.annotations.NullMarked;
