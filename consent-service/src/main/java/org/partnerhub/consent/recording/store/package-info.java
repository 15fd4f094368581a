/** Recording, in PostgreSQL. */
@NullMarked
package org.partnerhub.consent.recording.store;

import org.jspecify.annotations.NullMarked;
