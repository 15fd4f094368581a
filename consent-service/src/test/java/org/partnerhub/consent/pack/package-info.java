@NullMarked
package org.partnerhub.consent.pack;

import org.jspecify.annotations.NullMarked;
