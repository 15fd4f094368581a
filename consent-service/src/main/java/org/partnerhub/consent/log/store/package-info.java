/** The log in PostgreSQL: appended to by everybody, put in order by one sequencer. */
@NullMarked
package org.partnerhub.consent.log.store;

import org.jspecify.annotations.NullMarked;
