/** Hears that a partner changed. */
@NullMarked
package org.partnerhub.consent.directory.route;

import org.jspecify.annotations.NullMarked;
