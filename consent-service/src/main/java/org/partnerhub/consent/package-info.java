/** Says whether something may leave, by what right, and can prove it for ever. */
@NullMarked
package org.partnerhub.consent;

import org.jspecify.annotations.NullMarked;
