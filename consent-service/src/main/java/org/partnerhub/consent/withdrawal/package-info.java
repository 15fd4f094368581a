/** What a withdrawal waits for. */
@NullMarked
package org.partnerhub.consent.withdrawal;

import org.jspecify.annotations.NullMarked;
