/** What the reports count. */
@NullMarked
package org.partnerhub.consent.report.store;

import org.jspecify.annotations.NullMarked;
