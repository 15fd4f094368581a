/** Which ids are one person, and the lock that serialises what is decided about them. */
@NullMarked
package org.partnerhub.consent.person.store;

import org.jspecify.annotations.NullMarked;
