/** Holds a service's controllers and the published API together. */
@NullMarked
package org.partnerhub.testkit.contract;

import org.jspecify.annotations.NullMarked;
