/** Entries of the disclosure log and their salted hashes. */
@NullMarked
package org.partnerhub.consent.log;

import org.jspecify.annotations.NullMarked;
