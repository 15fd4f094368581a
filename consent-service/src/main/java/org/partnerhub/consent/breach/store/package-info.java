/** Makes reports and keeps them. */
@NullMarked
package org.partnerhub.consent.breach.store;

import org.jspecify.annotations.NullMarked;
