@NullMarked
package org.partnerhub.consent.directory;

import org.jspecify.annotations.NullMarked;
