/** Tests of events. */
@NullMarked
package org.partnerhub.contracts.event;

import org.jspecify.annotations.NullMarked;
