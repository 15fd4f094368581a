/** What reports count, read from PostgreSQL. */
@NullMarked
package org.partnerhub.referral.report.store;

import org.jspecify.annotations.NullMarked;
