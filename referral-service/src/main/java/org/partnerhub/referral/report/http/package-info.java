/** Reports as JSON and CSV. */
@NullMarked
package org.partnerhub.referral.report.http;

import org.jspecify.annotations.NullMarked;
