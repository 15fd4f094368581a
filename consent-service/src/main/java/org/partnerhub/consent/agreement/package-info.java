/** Information sharing agreements: without one in force nothing goes to a partner on consent. */
@NullMarked
package org.partnerhub.consent.agreement;

import org.jspecify.annotations.NullMarked;
