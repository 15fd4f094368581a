/** How alike two descriptions are, and whether that is sure enough. */
@NullMarked
package org.partnerhub.referral.person.match;

import org.jspecify.annotations.NullMarked;
