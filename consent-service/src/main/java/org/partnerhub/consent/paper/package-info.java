/** Documents for people, as PDF. */
@NullMarked
package org.partnerhub.consent.paper;

import org.jspecify.annotations.NullMarked;
