/** Who is who: find or make the person, however an agency names them. */
@NullMarked
package org.partnerhub.referral.person;

import org.jspecify.annotations.NullMarked;
