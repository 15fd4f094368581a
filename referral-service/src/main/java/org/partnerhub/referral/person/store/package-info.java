/** People in PostgreSQL. */
@NullMarked
package org.partnerhub.referral.person.store;

import org.jspecify.annotations.NullMarked;
