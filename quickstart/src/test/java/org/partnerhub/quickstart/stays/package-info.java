/** Hospitals' messages while the hub is killed. */
@NullMarked
package org.partnerhub.quickstart.stays;

import org.jspecify.annotations.NullMarked;
