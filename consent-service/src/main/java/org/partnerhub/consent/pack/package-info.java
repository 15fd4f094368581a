/** What somebody who asks for access is given: everything that is held about a person, each piece settled by an officer. */
@NullMarked
package org.partnerhub.consent.pack;

import org.jspecify.annotations.NullMarked;
