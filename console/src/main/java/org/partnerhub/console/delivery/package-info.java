/** Deliveries and partners as operators see them: how things stand, without content and without names. */
@NullMarked
package org.partnerhub.console.delivery;

import org.jspecify.annotations.NullMarked;
