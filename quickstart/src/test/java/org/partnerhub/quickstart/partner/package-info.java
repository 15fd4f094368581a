/** Tests of the simulated partners. */
@NullMarked
package org.partnerhub.quickstart.partner;

import org.jspecify.annotations.NullMarked;
